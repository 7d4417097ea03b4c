// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace mc {

class TextBlock;

/// Asks why a customer's request is declined and emits one value; does no work itself. "Keep undecided" is
/// the default and what Escape does.
class DeclineDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeclineDialog)
public:
    DeclineDialog(const QString &number, int limit, QWidget *parent = nullptr);

signals:
    void declined(const QString &why);

private:
    void onEdited();
    void submit();

    int m_limit; // in Unicode code points
    QPlainTextEdit *m_why; // owned by this widget, like all below
    TextBlock *m_problem;
    TextBlock *m_counter;
};

} // namespace mc
