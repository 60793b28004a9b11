// One of the big figures: a name, the figure, what it means in words, and a bar or a curve.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/sparkline.h"

namespace drydock::ui {

class MetricCard : public Card
{
    Q_OBJECT

public:
    MetricCard(const Theme& theme, const QString& name, bool withCurve, QWidget* parent = nullptr);

    void setFigure(const QString& figure, const QString& words, double share, Role role);
    void setUnknown(const QString& why);
    [[nodiscard]] Sparkline* curve() const { return m_curve; }
    [[nodiscard]] QString figure() const { return m_figure->text(); }
    [[nodiscard]] QString words() const { return m_words->text(); }

private:
    QString m_name;
    TextLabel* m_figure;
    TextLabel* m_words;
    MeterBar* m_bar;
    Sparkline* m_curve = nullptr;
};

} // namespace drydock::ui
