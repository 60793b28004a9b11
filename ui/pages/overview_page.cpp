// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/overview_page.h"

#include "ui/pages/dag_metrics.h"
#include "ui/pages/grid_view.h"
#include "ui/pages/health_issue_list.h"
#include "ui/pages/legend.h"
#include "ui/widgets/decision_message.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/metric_card.h"

#include <QCheckBox>
#include <QResizeEvent>
#include <QStackedLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int leastHeight = 440;
constexpr int leastWidth = 640;
constexpr int decisionHeight = 180; // more, while a run asks
constexpr int gridShare = 5;
constexpr int sideShare = 2;

} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent) : QScrollArea(parent), m_context(context)
{
    setObjectName(QStringLiteral("overview"));
    setAccessibleName(tr("Overview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto* page = new QWidget(this);
    page->setMinimumSize(leastWidth, leastHeight);
    auto* content = new QWidget(page);
    m_empty = new EmptyPage(context.theme, page);
    m_stack = new QStackedLayout(page);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(size::inCard);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(size::betweenGroups, size::betweenGroups, size::betweenGroups, size::betweenGroups);
    column->setSpacing(size::betweenGroups);
    column->addLayout(makeMetrics());
    lower->addLayout(makeGridCard(), gridShare);
    lower->addLayout(makeSideCards(), sideShare);
    column->addLayout(lower, 1);
    setWidget(page);
    setFocusProxy(m_grid);
    connect(m_empty, &EmptyPage::clicked, this, &OverviewPage::emptyButtonClicked);
}

QLayout* OverviewPage::makeMetrics()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(size::inCard);
    m_redundancy = new MetricCard(m_context.theme, tr("Redundancy"), false, this);
    m_quorum = new MetricCard(m_context.theme, tr("Quorum"), false, this);
    m_mounted = new MetricCard(m_context.theme, tr("Mounted"), false, this);
    m_queued = new MetricCard(m_context.theme, tr("Queued"), true, this);
    for (auto* card : {m_redundancy, m_quorum, m_mounted, m_queued})
        row->addWidget(card, 1);
    return row;
}

QLayout* OverviewPage::makeGridCard()
{
    auto* card = new Card(m_context.theme, tr("Databases × servers"), this);
    m_legend = new Legend(m_context.theme, card);
    auto* worstFirst = new QCheckBox(tr("&Worst first"), card);
    worstFirst->setObjectName(QStringLiteral("worstFirst"));
    card->addToHead(m_legend);
    card->addToHead(worstFirst);
    m_grid = new GridView(m_context.theme, m_gridModel, card);
    card->body().setContentsMargins(1, size::inCard, 1, size::inControl);
    card->body().itemAt(0)->layout()->setContentsMargins(size::inCard, 0, size::inCard, 0);
    card->body().addWidget(m_grid, 1);
    // The legend stands beside the title, or below the grid when the title row is too narrow for it.
    auto* below = new Legend(m_context.theme, card);
    below->setContentsMargins(size::inCard, 0, size::inCard, 0);
    below->hide();
    card->body().addWidget(below);
    connect(m_legend, &Legend::fitsChanged, below, &QWidget::setHidden);
    connect(worstFirst, &QCheckBox::toggled, m_grid, &GridView::setWorstFirst);
    connect(m_grid, &GridView::copyActivated, this, &OverviewPage::copyActivated);
    auto* column = new QVBoxLayout;
    column->addWidget(card);
    return column;
}

QLayout* OverviewPage::makeSideCards()
{
    m_issuesCard = new Card(m_context.theme, tr("Needs attention"), this);
    m_issues = new HealthIssueList(m_context.theme, m_issuesModel, m_issuesCard);
    m_noIssues = new EmptyPage(m_context.theme, m_issuesCard);
    m_noIssues->setText(tr("Nothing needs attention."));
    m_decision = new DecisionMessage(m_context.theme, InlineMessage::Place::Column, m_issuesCard);
    m_decision->setObjectName(QStringLiteral("decision"));
    m_issuesCard->body().addWidget(m_decision);
    m_issuesCard->body().addWidget(m_issues, 1);
    m_issuesCard->body().addWidget(m_noIssues, 1);
    connect(m_issues, &HealthIssueList::chosen, this, &OverviewPage::issueActivated);
    auto* card = new Card(m_context.theme, tr("In maintenance"), this);
    m_maintenance = new MaintenanceList(m_context, card);
    auto* scroll = new QScrollArea(card);
    scroll->setAccessibleName(tr("In maintenance"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_maintenance);
    scroll->viewport()->setAutoFillBackground(false);
    m_maintenance->setAutoFillBackground(false);
    card->body().addWidget(scroll, 1);
    auto* column = new QVBoxLayout;
    column->setSpacing(size::inCard);
    column->addWidget(m_issuesCard, 1);
    column->addWidget(card, 1);
    return column;
}

void OverviewPage::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_gridModel.setSnapshot(snapshot);
    m_issuesModel.setSnapshot(snapshot);
    m_stack->setCurrentIndex(snapshot ? 1 : 0);
    if (!snapshot) {
        m_queued->curve()->clear();
        return;
    }
    updateIssues();
    if (const auto queued = queuedOf(*snapshot, m_dag); queued.known)
        m_queued->curve()->add(snapshot->takenAt, double(queued.total));
    updateMetrics();
    updateMaintenance();
}

void OverviewPage::setDag(const domain::DagName& dag)
{
    if (m_dag == dag) return;
    m_dag = dag;
    m_gridModel.setDag(dag);
    m_queued->curve()->clear();
    setSnapshot(m_snapshot);
}

// Outdated values are muted, so that they are not taken for healthy ones.
void OverviewPage::fill(MetricCard& card, const DagMetric& metric) const
{
    if (metric.value.isEmpty())
        card.setUnknown(metric.words);
    else
        card.setValue(metric.value, metric.words, metric.share, m_stale ? Role::Muted : Theme::roleOf(metric.severity));
}

void OverviewPage::updateMetrics()
{
    fill(*m_redundancy, redundancyMetric(*m_snapshot, m_dag));
    fill(*m_quorum, quorumMetric(*m_snapshot, m_dag));
    fill(*m_mounted, mountedMetric(*m_snapshot, m_dag));
    const auto queued = queuedOf(*m_snapshot, m_dag);
    fill(*m_queued, queuedMetric(queued, m_queued->curve()->trend()));
}

void OverviewPage::updateIssues()
{
    const bool asks = m_activity && m_activity->phase == maintenance::RunPhase::Asking;
    m_decision->setVisible(asks);
    if (asks) m_decision->showRun(*m_activity);
    keepLeastSize();
    const bool none = m_issuesModel.rowCount() == 0;
    m_issues->setVisible(!none);
    m_noIssues->setVisible(none && !asks);
    const int count = m_issuesModel.rowCount() + (asks ? 1 : 0);
    m_issuesCard->setTrailing(count == 0 ? QString() : QString::number(count));
}

void OverviewPage::updateMaintenance()
{
    if (m_snapshot)
        m_maintenance->setItems(maintenanceItems(*m_snapshot, m_dag, m_runs, m_organisationRuns, m_activity));
}

void OverviewPage::setStale(bool stale)
{
    m_gridModel.setStale(stale);
    m_issuesModel.setStale(stale);
    m_stale = stale;
    if (m_snapshot) updateMetrics();
}

void OverviewPage::setFilter(const QString& text) { m_grid->setFilter(text); }

void OverviewPage::setRuns(std::vector<maintenance::RunSummary> runs)
{
    m_runs = std::move(runs);
    updateMaintenance();
}

void OverviewPage::setOrganisationRuns(std::vector<maintenance::OrganisationRun> runs)
{
    m_organisationRuns = std::move(runs);
    updateMaintenance();
}

void OverviewPage::setActivity(const std::optional<maintenance::RunState>& activity)
{
    m_activity = activity;
    updateMaintenance();
    updateIssues();
}

void OverviewPage::setWhyEmpty(const QString& sentence, const QString& button) { m_empty->setText(sentence, button); }

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    keepLeastSize();
}

// In a low window the page keeps its least height and scrolls.
void OverviewPage::keepLeastSize()
{
    const bool asks = m_activity && m_activity->phase == maintenance::RunPhase::Asking;
    if (widget())
        widget()->setMinimumSize(std::min(leastWidth, viewport()->width()), leastHeight + (asks ? decisionHeight : 0));
}

} // namespace drydock::ui
