// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/orderpage.h"

namespace mc {

class OrderPage::Private
{
public:
    ConsoleService &service; // outlives the page
    Clock clock;
    OrderId id;
};

OrderPage::OrderPage(ConsoleService &service, Clock clock, QWidget *parent)
    : QWidget(parent)
    , d(new Private{service, std::move(clock), {}})
{
}

OrderPage::~OrderPage() = default;

void OrderPage::open(const OrderId &id)
{
    d->id = id;
    d->service.watch(id);
}

OrderId OrderPage::order() const
{
    return d->id;
}

void OrderPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
}

void OrderPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
}

void OrderPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
}

void OrderPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
}

} // namespace mc
