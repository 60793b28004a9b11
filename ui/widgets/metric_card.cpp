// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/metric_card.h"

namespace drydock::ui {

MetricCard::MetricCard(const Theme& theme, const QString& name, bool withCurve, QWidget* parent)
    : Card(theme, {}, parent), m_name(name), m_value(new TextLabel(theme, Type::Metric, Role::Text, {}, this)),
      m_words(new TextLabel(theme, Type::Secondary, Role::Muted, {}, this)), m_bar(new MeterBar(theme, this))
{
    body().setSpacing(2);
    auto* label = new TextLabel(theme, Type::Secondary, Role::Muted, name, this);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(label);
    left->addWidget(m_value);
    auto* top = new QHBoxLayout;
    top->addLayout(left);
    top->addStretch(1);
    if (withCurve) {
        m_curve = new Sparkline(theme, this);
        m_curve->setAccessibleName(tr("%1, last 30 minutes").arg(name));
        top->addWidget(m_curve, 2, Qt::AlignVCenter);
        // This metric has no whole to be a share of. The hidden bar keeps its space, so that the cards are aligned.
        auto policy = m_bar->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        m_bar->setSizePolicy(policy);
        m_bar->hide();
    }
    m_words->setElide(Qt::ElideRight);
    body().addLayout(top);
    body().addWidget(m_words);
    body().addSpacing(size::inControl);
    body().addWidget(m_bar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(150);
    setAccessibleName(name);
}

void MetricCard::setValue(const QString& value, const QString& words, double share, Role role)
{
    m_value->setText(value);
    m_value->setRole(role == Role::Critical ? Role::Critical : Role::Text);
    m_words->setText(words);
    m_bar->setShare(share, role, value);
    setAccessibleDescription(tr("%1: %2, %3").arg(m_name, value, words));
}

void MetricCard::setUnknown(const QString& why)
{
    setValue(tr("–"), why, 0, Role::Muted);
    m_value->setRole(Role::Muted);
}

} // namespace drydock::ui
