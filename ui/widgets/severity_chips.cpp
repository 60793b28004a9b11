// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/severity_chips.h"

#include "model/tables/text.h"
#include "ui/theme/sizes.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

#include <array>

namespace drydock::ui {
namespace {

using domain::Severity;

constexpr std::array order{Severity::Critical,    Severity::Warning, Severity::Unknown,
                           Severity::Maintenance, Severity::Info,    Severity::Ok};

QString title(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return SeverityChips::tr("Critical");
    case Severity::Warning:
        return SeverityChips::tr("Warning");
    case Severity::Unknown:
        return SeverityChips::tr("Unknown");
    case Severity::Maintenance:
        return SeverityChips::tr("Maintenance");
    case Severity::Info:
        return SeverityChips::tr("Info");
    case Severity::Ok:
        return SeverityChips::tr("OK");
    }
    return {};
}

class Chip final : public QAbstractButton
{
public:
    Chip(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics bold(ui::font(Type::BodyBold));
        return {bold.horizontalAdvance(text()) + 2 * size::betweenGroups, bold.height() + 2 * size::inControl};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool strong = hasFocus() || (m_theme.highContrast() && isChecked());
        painter.setPen(QPen(m_theme.color(hasFocus() ? Role::Info : Role::Line), strong ? 2 : 1));
        painter.setBrush(m_theme.color(isChecked() ? Role::Selection : Role::Base));
        const auto area = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
        painter.setFont(ui::font(isChecked() ? Type::BodyBold : Type::Body));
        painter.setPen(m_theme.textOn(Role::Text, isChecked()));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    const Theme& m_theme;
};

} // namespace

SeverityChips::SeverityChips(const Theme& theme, QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("Filter by severity"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::betweenControls);
    for (std::size_t i = 0; i <= order.size(); ++i) {
        auto* chip = new Chip(theme, this);
        chip->setObjectName(i == 0 ? QStringLiteral("chipAll")
                                   : QStringLiteral("chip-%1").arg(QLatin1String(domain::toString(order.at(i - 1)))));
        m_group->addButton(chip, int(i));
        m_chips.push_back(chip);
        row->addWidget(chip);
    }
    m_chips.front()->setChecked(true);
    setCounts(0, [](Severity) { return 0; });
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked) emit chosenChanged(chosen());
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SeverityChips::setCounts(int all, const std::function<int(Severity)>& count)
{
    const auto show = [](QAbstractButton& chip, const QString& name, int n) {
        chip.setText(tr("%1 %2", "severity and count").arg(name, tables::numberText(qint64(n))));
        chip.setAccessibleName(tr("%1, %n row(s)", nullptr, n).arg(name));
        chip.updateGeometry();
    };
    show(*m_chips.front(), tr("All"), all);
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto& chip = *m_chips[i + 1];
        const auto n = count(order.at(i));
        show(chip, title(order.at(i)), n);
        chip.setVisible(n > 0 || chip.isChecked());
    }
}

QSet<Severity> SeverityChips::chosen() const
{
    const auto id = m_group->checkedId();
    if (id <= 0) return {};
    return {order.at(std::size_t(id) - 1)};
}

} // namespace drydock::ui
