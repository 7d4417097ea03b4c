// SPDX-License-Identifier: Apache-2.0
#include "ui/look/icons.h"

#include "ui/look/pixmapkey.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace mc {
namespace {

bool pointsForward(const QString &name)
{
    return name == QLatin1String("back") || name == QLatin1String("return") || name == QLatin1String("truck");
}

QPixmap render(const QString &name, const QColor &color, QSize size, qreal ratio)
{
    const bool mirror = pointsForward(name) && QGuiApplication::isRightToLeft();
    const QString key =
        pixmapKey(name,
                  {color.rgba(), static_cast<quint32>(size.width()), static_cast<quint32>(size.height()),
                   static_cast<quint32>(qRound(ratio * 1000)), mirror ? 1U : 0U});
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name(QColor::HexRgb).toLatin1()));
    pixmap = QPixmap(size * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    if (mirror) {
        painter.translate(pixmap.width(), 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(pixmap.rect()));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, Ink ink)
        : m_name(std::move(name))
        , m_ink(ink)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, rect, m_name, color(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return render(m_name, color(mode), size, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return render(m_name, color(mode), size / scale, scale);
    }
    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_ink); }
    QString key() const override { return QStringLiteral("mc-line"); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        return mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::Text)
                                       : inkColor(m_ink, palette);
    }

    QString m_name;
    Ink m_ink;
};

} // namespace

QIcon icon(const QString &name, Ink ink)
{
    return QIcon(new LineIconEngine(name, ink));
}

void drawIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color)
{
    painter.drawPixmap(rect, render(name, color, rect.size(), painter.device()->devicePixelRatioF()));
}

} // namespace mc
