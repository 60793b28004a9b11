// A card of the Run page: a title, a figure beside it, and rows of icon, name and what is to be said of it.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

class QVBoxLayout;

namespace drydock::ui {

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

    void setTitle(const QString& title, const QString& figure, bool strongFigure = false);
    void setLines(const QList<PanelLine>& lines);
    [[nodiscard]] QList<PanelLine> lines() const { return m_lines; }

protected:
    [[nodiscard]] QVBoxLayout* below() const { return m_below; }

private:
    class Row;
    QLabel* m_title = nullptr;
    TextLabel* m_figure = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QVBoxLayout* m_below = nullptr;
    QList<PanelLine> m_lines;
    QList<Row*> m_widgets;
};

} // namespace drydock::ui
