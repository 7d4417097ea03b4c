// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace mc {

class CancelForm;
class CancelSummary;
class PlainLabel;

/**
 * The "Cancel order" window, for one order or several. It asks, checks and emits one value; it cancels
 * nothing. Opened with open(), never exec(). "Keep order" is the default button and has the focus; Escape,
 * and Enter anywhere but on the red button, keep.
 */
class CancelDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancelDialog)
public:
    /// At least one view; those that cannot be cancelled are listed with their why.
    CancelDialog(const QList<OrderView> &views, const StoreInfo &store, QWidget *parent = nullptr);

    /// The orders changed while the window was open: what was typed stays, what left is taken out. When
    /// nothing is left to cancel, the refusal takes the place of the question and the form.
    void refresh(const QList<OrderView> &views);
    [[nodiscard]] QList<OrderId> orders() const;

signals:
    void decided(const mc::CancelCommand &command);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildQuestion();
    void buildButtons();
    void showWords();
    void showRefusal();
    void submit();
    void fit();
    [[nodiscard]] QList<OrderId> eligible() const;

    QList<OrderView> m_views;
    bool m_isRefused = false;
    QVBoxLayout *m_column; // owned by this widget, like all below
    QWidget *m_question;
    PlainLabel *m_heading;
    PlainLabel *m_explanation;
    CancelSummary *m_summary;
    CancelForm *m_form;
    QPushButton *m_keep = nullptr;
    QPushButton *m_confirm = nullptr;
};

} // namespace mc
