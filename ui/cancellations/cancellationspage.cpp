// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellations/cancellationspage.h"

namespace mc {

class CancellationsPage::Private
{
public:
    ConsoleService &service; // outlives the page
    Clock clock;
};

CancellationsPage::CancellationsPage(ConsoleService &service, Clock clock, QWidget *parent)
    : QWidget(parent)
    , d(new Private{service, std::move(clock)})
{
}

CancellationsPage::~CancellationsPage() = default;

} // namespace mc
