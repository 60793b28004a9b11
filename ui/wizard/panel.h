// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A card of the Run and Result pages: a title with a value beside it, and rows of icon, name and text.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

class QVBoxLayout;

namespace drydock::ui {

// One row. A row without `text` wraps its name.
struct PanelLine {
    tables::Shape shape = tables::Shape::None;
    QString name;
    QString text;
    bool bold = false;
    bool operator==(const PanelLine&) const = default;
};

class Panel : public Card
{
    Q_OBJECT

public:
    explicit Panel(const Theme& theme, QWidget* parent = nullptr);

    // `value` stands at the right of the title, muted unless it is `emphasized`.
    void setTitle(const QString& title, const QString& value, bool emphasized = false);
    // Shows how old the values are, beside the title; an old age stands out.
    void setAge(const QString& age, bool old);
    void setLines(const QList<PanelLine>& lines);
    [[nodiscard]] QString value() const;
    [[nodiscard]] QString age() const;
    [[nodiscard]] QList<PanelLine> lines() const { return m_lines; }

protected:
    // The layout below the rows, for the contents of a derived panel.
    [[nodiscard]] QVBoxLayout* below() const { return m_below; }

private:
    class Row;
    QLabel* m_title = nullptr;
    TextLabel* m_age = nullptr;
    TextLabel* m_value = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QVBoxLayout* m_below = nullptr;
    QList<PanelLine> m_lines;
    QList<Row*> m_widgets;
};

} // namespace drydock::ui
