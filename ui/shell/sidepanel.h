// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace mc {

class IconLabel;
class PlainLabel;
class SideMenu;
struct ConnectionWords;
struct OtherStoresWords;

/// The store's name, the side menu and the state of the connection. Narrow: icons only, words in tool tips.
class SidePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidePanel)
public:
    enum Row : int { Orders, Cancellations, Settings, Help };

    explicit SidePanel(QWidget *parent = nullptr);

    [[nodiscard]] SideMenu &menu() { return *m_menu; }
    void setStoreName(const QString &storeName);
    void setConnection(const ConnectionWords &words, const QString &problem);
    void setOtherStores(const OtherStoresWords &words);
    void setNarrow(bool isNarrow);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_names; // owned by this widget, like all below
    PlainLabel *m_storeName;
    SideMenu *m_menu;
    IconLabel *m_linkIcon;
    PlainLabel *m_linkText;
    QWidget *m_others;
    IconLabel *m_othersIcon;
    PlainLabel *m_othersText;
};

} // namespace mc
