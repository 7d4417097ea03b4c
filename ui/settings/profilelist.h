// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QHash>
#include <QWidget>

class QPushButton;

namespace mc {

class BadgeLabel;
class TextBlock;

/// The stores that this computer knows: which one is shown, what waits for the others, and a button for each.
class ProfileList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileList)
public:
    explicit ProfileList(QWidget *parent = nullptr);

    void show(const QList<StoreProfile> &profiles, const QString &current);
    using QWidget::show;

signals:
    void chosen(const QString &id);

private:
    struct Row {
        QWidget *widget = nullptr; // owned by this widget, like all below
        TextBlock *name = nullptr;
        TextBlock *detail = nullptr;
        TextBlock *waiting = nullptr;
        QPushButton *choose = nullptr;
        BadgeLabel *current = nullptr;
    };
    Row makeRow(const QString &id);

    QHash<QString, Row> m_rows;
};

} // namespace mc
