// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "ui/detail/textblock.h"

class QPushButton;

namespace mc {

/// Who ordered, how to write to them, and where the parcel goes.
class CustomerCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CustomerCard)
public:
    explicit CustomerCard(QWidget *parent = nullptr);

    void show(const Order &order);
    using QWidget::show;

signals:
    void writeRequested();

private:
    TextBlock *m_name; // owned by this widget, like all below
    TextBlock *m_email; // for an address that no mail program should get
    QPushButton *m_write;
    TextBlock *m_addressTitle;
    TextBlock *m_address;
    TextBlock *m_languageTitle;
    TextBlock *m_language;
};

} // namespace mc
