// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

namespace mc {

/// A menu of choices of which several may be on: a click or Space toggles one and the menu stays open; Enter
/// toggles and closes, Escape closes.
class CheckListMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckListMenu)
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace mc
