// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/status_strip.h"

#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace drydock::ui {

StatusStrip::StatusStrip(const Theme& theme, QWidget* parent)
    : QStatusBar(parent), m_theme(theme), m_activityIcon(new ShapeIcon(theme)),
      m_activity(new TextLabel(theme, Type::Body)), m_showRun(new QPushButton(tr("Sho&w run"))),
      m_freshIcon(new ShapeIcon(theme)), m_fresh(new TextLabel(theme, Type::Body)),
      m_connection(new TextLabel(theme, Type::Body, Role::Muted))
{
    setObjectName(QStringLiteral("statusStrip"));
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    m_showRun->setFlat(true);
    m_showRun->setObjectName(QStringLiteral("showRun"));
    m_activity->setElide(Qt::ElideRight);
    m_connection->setElide(Qt::ElideMiddle);
    m_connection->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* whole = new QWidget(this);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(size::inCard, size::inControl, size::inCard, size::inControl);
    row->setSpacing(size::betweenControls);
    row->addWidget(m_activityIcon);
    m_activity->setSizePolicy(QSizePolicy::Preferred,
                              QSizePolicy::Preferred); // the button stands directly beside the text
    row->addWidget(m_activity);
    row->addWidget(m_showRun);
    row->addStretch(1);
    row->addWidget(m_freshIcon);
    row->addWidget(m_fresh);
    row->addSpacing(size::betweenGroups);
    m_connection->setSizePolicy(QSizePolicy::Preferred,
                                QSizePolicy::Preferred); // shrinks when needed and never grows beyond the text
    row->addWidget(m_connection);
    addWidget(whole, 1);
    connect(m_showRun, &QPushButton::clicked, this, &StatusStrip::showRunRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setActivity({});
    setFreshness(Freshness::None, {});
}

void StatusStrip::setActivity(const QString& text, Activity activity)
{
    const bool asks = activity == Activity::Asking;
    m_activity->setText(text);
    m_activity->setType(asks ? Type::BodyBold : Type::Body);
    m_activity->setRole(asks ? Role::Critical : Role::Text);
    if (asks)
        m_activityIcon->setShape(tables::Shape::StepFailed, tr("a run asks for a decision"));
    else
        m_activityIcon->setShape(tables::Shape::StepRunning, tr("run"), Role::Maintenance);
    m_activityIcon->setTurning(activity == Activity::Working && !text.isEmpty());
    m_activityIcon->setVisible(!text.isEmpty());
    m_activity->setVisible(!text.isEmpty());
    m_showRun->setVisible(!text.isEmpty());
}

QString StatusStrip::activity() const { return m_activity->text(); }

void StatusStrip::setFreshness(Freshness freshness, const QString& text, const QString& toolTip)
{
    m_fresh->setText(text);
    m_fresh->setToolTip(toolTip);
    m_fresh->setRole(freshness == Freshness::Stale || freshness == Freshness::Partial ? Role::Warning : Role::Text);
    m_freshIcon->setVisible(freshness != Freshness::None);
    m_fresh->setVisible(freshness != Freshness::None);
    switch (freshness) {
    case Freshness::None:
        break;
    case Freshness::Refreshing:
        m_freshIcon->setShape(tables::Shape::StepRunning, tr("refreshing"));
        break;
    case Freshness::Fresh:
        m_freshIcon->setShape(tables::Shape::StepDone, tr("fresh"));
        break;
    case Freshness::Partial:
        m_freshIcon->setShape(tables::Shape::CheckWarn, tr("in part"));
        break;
    case Freshness::Stale:
        m_freshIcon->setShape(tables::Shape::CheckWarn, tr("out of date"));
        break;
    }
}

void StatusStrip::setConnection(const QString& text) { m_connection->setText(text); }

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Base));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Role::Line));
}

} // namespace drydock::ui
