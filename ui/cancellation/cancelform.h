// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QVBoxLayout;

namespace mc {

class BadgeLabel;
class PlainLabel;

/// Reason, comments, and for staff on whose behalf. Preselects nothing, cuts nothing: what is wrong is marked
/// next to it.
class CancelForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancelForm)
public:
    explicit CancelForm(const StoreInfo &store, QWidget *parent = nullptr);

    /// Marks the first problem and moves the focus there; true when there is none.
    [[nodiscard]] bool check();
    /// What was chosen, without the orders.
    [[nodiscard]] CancelCommand command() const;

signals:
    void heightChanged();

private:
    void addReason(QVBoxLayout &column);
    void addComments(QVBoxLayout &column);
    void addStaffOptions(QVBoxLayout &column);
    void countLetters();
    void markReason(bool isInvalid);
    [[nodiscard]] int lettersUsed() const;

    int m_limit; // in Unicode code points, like the store counts
    QComboBox *m_reason; // owned by this widget, like all below
    BadgeLabel *m_reasonError;
    QPlainTextEdit *m_comments;
    PlainLabel *m_counter;
    QCheckBox *m_onBehalf;
    QWidget *m_channelRow;
    QComboBox *m_channel;
    QCheckBox *m_forCustomer;
    PlainLabel *m_readers;
};

} // namespace mc
