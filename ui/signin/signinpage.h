// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/signin/storeaddress.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mc {

class TextBlock;

/// Signs in to a store. Problems appear next to the field that has them; the password never leaves this
/// widget other than in ConsoleService::signIn() and is cleared afterwards.
class SignInPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInPage)
public:
    explicit SignInPage(ConsoleService &service, QWidget *parent = nullptr);

    /// Fills in what is known of a store that this computer was signed in to; an empty profile clears.
    void start(const StoreProfile &profile, bool canGoBack);

signals:
    void backRequested(); ///< Only while another store can be shown.
    void signedIn();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Field {
        QLineEdit *edit = nullptr; // owned by this widget
        TextBlock *problem = nullptr; // owned by this widget
    };

    [[nodiscard]] Field addField(QVBoxLayout &column, const QString &name, const QString &objectName);
    [[nodiscard]] QWidget *makeButtons();
    void submit();
    [[nodiscard]] bool checkFields(const StoreAddress &address);
    void setProblem(const Field &field, const QString &sentence);
    void setBusy(bool isBusy);
    void focusFirstEmpty();
    void clearFailure();
    void showFailure(const QString &sentence);
    void onSignedIn();

    ConsoleService &m_service; // outlives this
    Field m_address;
    Field m_email;
    Field m_password;
    QCheckBox *m_remember; // owned by this widget, like all below
    QVBoxLayout *m_failure; // where the store's answer goes
    TextBlock *m_progress;
    QPushButton *m_submit;
    QPushButton *m_back;
    bool m_isBusy = false;
};

} // namespace mc
