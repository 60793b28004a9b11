// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/campaign_window.h"

#include "model/maintenance/campaign_report.h"
#include "model/tables/text.h"
#include "ui/theme/flat_style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/save_file.h"
#include "ui/widgets/text_label.h"
#include "ui/wizard/campaign_text.h"
#include "ui/wizard/question.h"
#include "ui/wizard/run_page.h"
#include "ui/wizard/undo_question.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {

using namespace maintenance;
using controllers::CampaignController;
using controllers::MaintenanceController;

namespace {

constexpr QSize campaignWindowSize{1080, 780};
constexpr int mostRowsInSight = 6; // of the servers; the run beneath needs the rest

} // namespace

CampaignWindow::CampaignWindow(std::unique_ptr<MaintenanceController> runs,
                               std::unique_ptr<CampaignController> campaign, const Theme& theme,
                               const ports::Clock& clock, QWidget* parent)
    : QDialog(parent), m_runs(std::move(runs)), m_campaign(std::move(campaign)), m_context{*m_runs, clock, theme}
{
    setObjectName(QStringLiteral("campaignWindow"));
    setWindowTitle(tr("Rolling maintenance"));
    setWindowFlag(Qt::WindowMinMaxButtonsHint);
    m_heading = new TextLabel(theme, Type::Heading, Role::Text, tr("Several servers, one after another"));
    m_about = new TextLabel(theme, Type::Secondary, Role::Muted,
                            tr("Each goes into maintenance, is worked on, and comes back before the next one."));
    m_about->setElide(Qt::ElideRight);
    m_problem = makeParagraph(theme);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    m_pages = new QStackedWidget;
    m_pages->addWidget(makeChoices());
    m_pages->addWidget(makeProgress());
    const auto button = [this](const QString& text, const char* name, auto pressed) {
        auto* made = new QPushButton(text);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, pressed);
        return made;
    };
    m_start = button(tr("&Start"), "start", [this] { start(); });
    m_stop = button(tr("S&top after this step"), "stop", [this] { m_campaign->stop(); });
    m_continue = button(tr("&Continue"), "continue", [this] { continueCampaign(CampaignDecision::GoOn); });
    m_again = button(tr("Start it &again"), "again", [this] { continueCampaign(CampaignDecision::StartAgain); });
    m_abandon = button(tr("&End it here…"), "endCampaign", [this] { askAbandon(); });
    m_without = button(tr("&Go on without it"), "without", [this] { continueCampaign(CampaignDecision::GoOnWithout); });
    m_report = button(tr("Save rep&ort…"), "report", [this] { saveReport(); });
    auto* close = button(tr("C&lose"), "close", [this] { reject(); });
    setPrimary(*m_start);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_report);
    buttons->addStretch(1);
    for (auto* one : {m_abandon, m_without, m_again, m_stop, m_continue, m_start, close})
        buttons->addWidget(one);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::betweenGroups, size::betweenGroups, size::betweenGroups, size::betweenGroups);
    column->setSpacing(size::inCard);
    column->addWidget(m_heading);
    column->addWidget(m_about);
    column->addWidget(m_problem);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
    resize(campaignWindowSize);

    connect(m_runs.get(), &MaintenanceController::stateChanged, this, [this](const RunState& run) {
        m_run->showRun(run);
        m_run->show();
    });
    connect(m_runs.get(), &MaintenanceController::snapshotRead, this, [this](const domain::SnapshotPtr& snapshot) {
        if (snapshot) m_run->readSnapshot(snapshot, SnapshotOrigin::OfTheRun);
    });
    connect(m_run, &RunPage::decided, this, &CampaignWindow::decide);
    connect(m_campaign.get(), &CampaignController::prepared, this, [this] {
        if (const auto started = m_campaign->start(); !started) fail(started.error());
    });
    connect(m_campaign.get(), &CampaignController::prepareFailed, this, &CampaignWindow::fail);
    connect(m_campaign.get(), &CampaignController::stateChanged, this, &CampaignWindow::showCampaign);
    connect(m_campaign.get(), &CampaignController::cameToRest, this, &CampaignWindow::showCampaign);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &CampaignWindow::showHeading);
    updateButtons();
}

// The controllers outlive the widgets, which must not get their signals while they are destroyed.
CampaignWindow::~CampaignWindow()
{
    m_runs->disconnect(this);
    m_campaign->disconnect(this);
}

QWidget* CampaignWindow::makeChoices()
{
    auto* page = new QWidget;
    auto* card = new Card(m_context.theme, {}, page);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(size::betweenGroups);
    form->setVerticalSpacing(size::betweenControls);
    m_servers = new QListWidget;
    m_servers->setObjectName(QStringLiteral("servers"));
    m_servers->setAccessibleName(tr("Servers and their order"));
    m_servers->setDragDropMode(QAbstractItemView::InternalMove);
    m_servers->setToolTip(tr("Drag a server to change the order"));
    form->addRow(tr("Se&rvers, in this order"), m_servers);
    m_between = new QComboBox;
    m_between->setObjectName(QStringLiteral("between"));
    m_between->setAccessibleName(tr("In maintenance"));
    const std::pair<QString, BetweenKind> kinds[] = {{tr("Wait until I continue"), BetweenKind::Wait},
                                                     {tr("Restart the computer"), BetweenKind::Reboot},
                                                     {tr("Wait until I have restarted it"), BetweenKind::OwnReboot},
                                                     {tr("Start a program on this computer"), BetweenKind::Command}};
    for (const auto& [text, kind] : kinds)
        m_between->addItem(text, int(kind));
    form->addRow(tr("&In maintenance"), m_between);
    m_program = new QLineEdit;
    m_program->setObjectName(QStringLiteral("program"));
    m_program->setAccessibleName(tr("Program"));
    m_program->setPlaceholderText(tr("The names of the server and of the run follow as its last arguments"));
    m_program->setEnabled(false);
    connect(m_between, &QComboBox::currentIndexChanged, this,
            [this] { m_program->setEnabled(m_between->currentData().toInt() == int(BetweenKind::Command)); });
    form->addRow(tr("&Program"), m_program);
    m_steady = new QSpinBox;
    m_steady->setObjectName(QStringLiteral("steady"));
    m_steady->setAccessibleName(tr("Health steady, in minutes"));
    m_steady->setRange(0, int(CampaignPlan::longestSteady.count()));
    m_steady->setValue(int(CampaignPlan::usualSteady.count()));
    // The line inside has the focus and is what a screen reader reads.
    if (auto* line = m_steady->findChild<QLineEdit*>()) line->setAccessibleName(tr("Minutes of steady health"));
    m_steady->setSuffix(tr(" min"));
    form->addRow(tr("&Health steady before the next"), m_steady);
    m_onFailure = new QComboBox;
    m_onFailure->setObjectName(QStringLiteral("onFailure"));
    m_onFailure->setAccessibleName(tr("After a failure"));
    m_onFailure->addItem(tr("Stop"), false);
    m_onFailure->addItem(tr("Bring the server back and go on with the next"), true);
    form->addRow(tr("After a &failure"), m_onFailure);
    m_reason = new QLineEdit;
    m_reason->setAccessibleName(tr("Reason"));
    form->addRow(tr("R&eason"), m_reason);
    m_change = new QLineEdit;
    m_change->setAccessibleName(tr("Change number"));
    form->addRow(tr("Change &number"), m_change);
    card->body().addLayout(form);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    return page;
}

QWidget* CampaignWindow::makeProgress()
{
    auto* page = new QWidget;
    m_table = new QTableWidget(0, int(campaignStages.size()), page);
    m_table->setObjectName(QStringLiteral("stages"));
    m_table->setAccessibleName(tr("Servers and stages"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    QStringList titles;
    for (const auto stage : campaignStages)
        titles += stageTitle(stage);
    m_table->setHorizontalHeaderLabels(titles);
    m_run = new RunPage(m_context, page);
    for (const auto decision : {Decision::Undo, Decision::Abandon}) // the server would be left between two states
        m_run->leaveOut(decision);
    m_run->hide(); // until there is a run
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::inCard);
    column->addWidget(m_table, 2);
    column->addWidget(m_run, 5);
    return page;
}

void CampaignWindow::choose(const domain::DagSnapshot& snapshot, const domain::DagName& group)
{
    std::vector<domain::ServerName> names;
    for (const auto& server : snapshot.servers)
        if (server.dag == group && server.managed()) names.push_back(server.name);
    m_servers->clear();
    for (const auto& name : suggestedOrder(snapshot, names)) {
        auto* item = new QListWidgetItem(tables::plainText(name.text()), m_servers);
        item->setData(Qt::UserRole, QString::fromStdString(name.text()));
        item->setCheckState(Qt::Checked);
    }
}

CampaignPlan CampaignWindow::chosenPlan() const
{
    CampaignPlan plan;
    for (int row = 0; row < m_servers->count(); ++row)
        if (const auto* item = m_servers->item(row); item->checkState() == Qt::Checked)
            plan.servers.emplace_back(item->data(Qt::UserRole).toString().toStdString());
    plan.between = static_cast<BetweenKind>(m_between->currentData().toInt());
    if (plan.between == BetweenKind::Command)
        for (const QString& word : QProcess::splitCommand(m_program->text()))
            plan.program.push_back(word.toStdString());
    plan.healthSteady = std::chrono::minutes(m_steady->value());
    plan.skipsFailed = m_onFailure->currentData().toBool();
    plan.reason = m_reason->text().toStdString();
    plan.changeNumber = m_change->text().toStdString();
    return plan;
}

void CampaignWindow::start()
{
    const auto plan = chosenPlan();
    const auto refuse = [this](const QString& why) {
        m_problem->setText(why);
        m_problem->show();
    };
    if (plan.servers.empty()) return refuse(tr("Choose at least one server"));
    if (plan.between == BetweenKind::Command && plan.program.empty()) return refuse(tr("Name the program to start"));
    m_problem->hide();
    m_start->setEnabled(false);
    m_campaign->prepare(plan, CampaignController::Order::Given);
}

domain::Result<> CampaignWindow::openCampaign(const std::string& id) { return m_campaign->open(id); }

void CampaignWindow::continueCampaign(CampaignDecision decision)
{
    m_problem->hide();
    if (const auto resumed = m_campaign->resume(m_campaign->state().id, decision); !resumed) fail(resumed.error());
}

// A choice about the run that asks. The campaign takes it up, so that it goes on behind the run.
void CampaignWindow::decide(Decision decision)
{
    switch (decision) {
    case Decision::Continue:
        return continueCampaign(CampaignDecision::GoOn);
    case Decision::SendAgain:
        return continueCampaign(CampaignDecision::StartAgain);
    case Decision::GoOnWithout:
        ask(*this, goOnWithoutQuestion(m_runs->state()), [this](bool yes) {
            if (!yes) return;
            if (!m_campaign->running()) return continueCampaign(CampaignDecision::GoOnWithout);
            if (const auto gone = m_runs->goOnWithout(); !gone) fail(gone.error()); // its step only waits
        });
        return;
    case Decision::Undo:
    case Decision::Abandon:
        return; // left out: they are about the campaign here
    }
}

void CampaignWindow::askAbandon()
{
    Question question;
    question.title = tr("End the rolling maintenance");
    question.text = tr("End it here, for good?");
    question.detail = tr("Every server stays as it is now. A run that is unfinished can still be resumed on its own.");
    question.accept = tr("End it here");
    question.reject = tr("Do not end it");
    ask(*this, question, [this](bool yes) {
        if (!yes) return;
        if (const auto ended = m_campaign->abandon(m_campaign->state().id); !ended) fail(ended.error());
    });
}

void CampaignWindow::fail(const domain::Error& error)
{
    m_problem->setText(tables::plainText(error.summary()));
    m_problem->show();
    updateButtons();
}

void CampaignWindow::showCampaign(const CampaignState& campaign)
{
    m_pages->setCurrentIndex(1);
    if (!m_clock.isActive()) m_clock.start();
    m_table->setRowCount(int(campaign.servers.size()));
    const int rows = std::min(m_table->rowCount(), mostRowsInSight);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth() +
                              rows * m_table->verticalHeader()->defaultSectionSize());
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto& server = campaign.servers[std::size_t(row)];
        m_table->setVerticalHeaderItem(row, new QTableWidgetItem(tables::plainText(server.server.text())));
        for (const auto stage : campaignStages) {
            const auto& state = server.at(stage);
            const bool isOut = server.skipped && state.status == StageStatus::ToDo;
            const auto status = isOut ? StageStatus::GoneOnWithout : state.status;
            auto* item = new QTableWidgetItem(statusWord(status));
            item->setIcon(m_context.theme.icon(shapeOf(status)));
            if (state.error) item->setToolTip(tables::toolTipText(tables::plainText(state.error->summary())));
            m_table->setItem(row, int(stage), item);
        }
    }
    m_problem->setVisible(false);
    const auto* stage = campaign.currentStage();
    if (stage && stage->error && campaign.phase == RunPhase::Asking) {
        m_problem->setText(tables::plainText(stage->error->summary()));
        m_problem->show();
    }
    showHeading();
    updateButtons();
}

void CampaignWindow::showHeading()
{
    const auto& campaign = m_campaign->state();
    m_heading->setText(campaignHeading(campaign));
    auto times = campaignTimes(campaign, m_context.clock.now());
    if (!campaign.waitingFor.empty()) times += QStringLiteral(" · ") + tables::plainText(campaign.waitingFor);
    m_about->setText(times);
    if (campaign.phase == RunPhase::Finished) m_clock.stop();
}

void CampaignWindow::updateButtons()
{
    const auto& campaign = m_campaign->state();
    const bool begun = !campaign.id.empty();
    const bool working = m_campaign->running();
    const bool rests = begun && !working && campaign.resumable();
    const auto* stage = campaign.currentStage();
    const bool mayGoOnWithout = rests && stage && !campaign.waitsForOperator() &&
                                (campaign.servers[campaign.current()].current() == CampaignStage::Between ||
                                 campaign.servers[campaign.current()].current() == CampaignStage::Steady);
    m_start->setVisible(!begun);
    m_start->setEnabled(!begun);
    m_stop->setVisible(begun && working);
    m_stop->setEnabled(campaign.phase != RunPhase::StopRequested);
    m_continue->setVisible(rests);
    m_without->setVisible(mayGoOnWithout);
    m_again->setVisible(rests && stage && stage->status == StageStatus::Unknown && stage->runId.empty());
    m_abandon->setVisible(rests);
    m_report->setVisible(begun);
}

void CampaignWindow::saveReport()
{
    const auto& campaign = m_campaign->state();
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    askAndSave(this, tr("Save report"), QString::fromStdString(campaign.id),
               {{tr("Web page"), QStringLiteral("html"), [=] { return bytes(campaignAsHtml(campaign)); }},
                {tr("Text"), QStringLiteral("txt"), [=] { return bytes(campaignAsText(campaign)); }},
                {tr("JSON"), QStringLiteral("json"), [=] { return bytes(campaignAsJson(campaign)); }}});
}

// The window stays while something is under way: what was asked for is said in its heading.
void CampaignWindow::reject()
{
    if (m_campaign->running()) return m_campaign->stop();
    QDialog::reject();
}

} // namespace drydock::ui
