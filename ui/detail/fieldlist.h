// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/detail/textblock.h"

#include <QGridLayout>
#include <QList>

namespace mc {

struct Field {
    QString name;
    QString value; ///< Text of any origin.
    QString note; ///< A quiet second line; may be empty.
    TextRole role = TextRole::Body;
    Ink ink = Ink::Text;

    friend bool operator==(const Field &, const Field &) = default;
};

/// Names and values in two columns. Facts: values start at one edge and wrap. Amounts: values end at one edge
/// and never wrap. Showing other fields changes the labels that differ and nothing else.
class FieldList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldList)
public:
    enum class Look : quint8 { Facts, Amounts };
    explicit FieldList(Look look, QWidget *parent = nullptr);

    void show(const QList<Field> &fields);
    using QWidget::show;

private:
    struct Row {
        TextBlock *name = nullptr; // owned by this widget, like all below
        TextBlock *value = nullptr;
        TextBlock *note = nullptr;
    };
    void addRow();
    void removeRow();

    Look m_look;
    QGridLayout *m_grid; // owned by this widget
    QList<Row> m_rows;
    QList<Field> m_shown;
};

} // namespace mc
