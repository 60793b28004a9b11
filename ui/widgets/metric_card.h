// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A card for one metric: name, large value, explanation, and a bar or a curve.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/sparkline.h"

namespace drydock::ui {

class MetricCard : public Card
{
    Q_OBJECT

public:
    // With a curve the card has no bar, and `share` is ignored.
    MetricCard(const Theme& theme, const QString& name, bool withCurve, QWidget* parent = nullptr);

    // `words` explains the value. `share` is from 0 to 1 and fills the bar in the colour of `role`.
    void setValue(const QString& value, const QString& words, double share, Role role);
    void setUnknown(const QString& why);                       // shows a dash, and `why` in place of the explanation
    [[nodiscard]] Sparkline* curve() const { return m_curve; } // null without a curve
    [[nodiscard]] QString value() const { return m_value->text(); }
    [[nodiscard]] QString words() const { return m_words->text(); }

private:
    QString m_name;
    TextLabel* m_value;
    TextLabel* m_words;
    MeterBar* m_bar;
    Sparkline* m_curve = nullptr;
};

} // namespace drydock::ui
