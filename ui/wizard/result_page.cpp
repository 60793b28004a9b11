// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/result_page.h"

#include "model/maintenance/plan_rebalance.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/report_choices.h"
#include "ui/wizard/panel.h"
#include "ui/wizard/rebalance_card.h"
#include "ui/wizard/run_text.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

using maintenance::Outcome;
using maintenance::StepStatus;

bool succeeded(const maintenance::RunState& run)
{
    return run.outcome == Outcome::Succeeded || run.outcome == Outcome::SucceededWithWarnings;
}

// A row that did not pass is among the warnings of the run.
bool isWarnedOf(const maintenance::RunState& run, const std::string& row)
{
    return std::any_of(run.warnings.begin(), run.warnings.end(), [&](const domain::LocalizableText& warning) {
        return warning.english().find(row) != std::string::npos;
    });
}

} // namespace

ResultPage::ResultPage(const WizardContext& context, QWidget* parent) : WizardPage(context.theme, parent)
{
    setObjectName(QStringLiteral("resultPage"));
    setFinalPage(true);
    buildActions();
    m_error = new InlineMessage(theme(), InlineMessage::Place::Page);
    m_status = makeMutedParagraph(theme());
    m_status->setObjectName(QStringLiteral("said"));
    m_status->hide();
    m_outcome = new Panel(theme());
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_open = new Panel(theme());
    m_open->setObjectName(QStringLiteral("open"));
    m_warnings = new Panel(theme());
    m_warnings->setObjectName(QStringLiteral("warnings"));
    m_health = new Panel(theme());
    m_health->setObjectName(QStringLiteral("health"));
    auto* card = new Card(theme(), {});
    m_table = card;
    m_table->setObjectName(QStringLiteral("beforeAfter"));
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(size::betweenGroups);
    m_facts->setVerticalSpacing(size::betweenControls);
    m_facts->setColumnStretch(1, 1);
    m_facts->setColumnStretch(2, 1);
    card->body().addLayout(m_facts);
    m_places = new RebalanceCard(theme());
    m_places->hide();
    fixedPart()->addWidget(m_status);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_error), static_cast<QWidget*>(m_open), static_cast<QWidget*>(m_warnings),
          static_cast<QWidget*>(m_places), m_table, static_cast<QWidget*>(m_health), static_cast<QWidget*>(m_outcome)})
        body()->addWidget(widget);
    body()->addStretch(1);
}

void ResultPage::buildActions()
{
    const auto add = [this](const QString& text, const QString& name) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        headingRow()->addWidget(button, 0, Qt::AlignTop);
        return button;
    };
    auto* report = add(tr("&Save report…"), QStringLiteral("saveReport"));
    m_continue = add(tr("&Continue the run"), QStringLiteral("continueRun"));
    m_undo = add(tr("&Undo…"), QStringLiteral("undoRun"));
    m_reinstate = add(tr("&Reinstate…"), QStringLiteral("reinstate"));
    m_rebalance = add(tr("&Bring databases home…"), QStringLiteral("rebalanceRun"));
    connect(report, &QPushButton::clicked, this, &ResultPage::askWhereToSave);
    connect(m_continue, &QPushButton::clicked, this, &ResultPage::continueChosen);
    connect(m_undo, &QPushButton::clicked, this, &ResultPage::undoChosen);
    connect(m_reinstate, &QPushButton::clicked, this, &ResultPage::reinstateChosen);
    connect(m_rebalance, &QPushButton::clicked, this, &ResultPage::rebalanceChosen);
}

void ResultPage::showRun(const maintenance::RunState& run)
{
    m_run = run;
    setHeading(outcomeHeading(run), outcomeMeaning(run));
    m_reinstate->setVisible(succeeded(run) && run.plan.runKind == maintenance::RunKind::Enter);
    m_rebalance->setVisible(succeeded(run) && run.plan.runKind == maintenance::RunKind::Reinstate &&
                            !run.plan.group.empty());
    m_continue->setVisible(run.resumable());
    m_undo->setVisible(run.undoable());
    m_error->hide();
    const QString took =
        run.startedAt && run.finishedAt ? tables::durationText(*run.finishedAt - *run.startedAt) : QString();
    m_outcome->setTitle(tables::wordOf(run.outcome), took.isEmpty() ? QString() : tr("took %1").arg(took));
    QList<PanelLine> lines;
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        const auto& state = run.steps[i];
        const QString elapsed =
            state.startedAt ? stepElapsed(state, state.finishedAt.value_or(*state.startedAt)) : QString();
        const QString word = tables::wordOf(state.status);
        lines.append({tables::shapeOf(state.status), tables::translated(run.plan.steps[i].title),
                      elapsed.isEmpty() ? word : tr("%1, %2").arg(word, elapsed), false});
    }
    m_outcome->setLines(lines);
    showNotes();
    showHealth();
    showFacts();
}

void ResultPage::showNotes()
{
    QList<PanelLine> open;
    for (const auto& [shape, text] : stillOpen())
        open.append({shape, text, {}, false});
    m_open->setTitle(tr("Still open"), {});
    m_open->setLines(open);
    m_open->setVisible(!open.isEmpty());
    QList<PanelLine> warnings;
    for (const auto& warning : m_run.warnings)
        warnings.append({tables::Shape::CheckWarn, tables::translated(warning), {}, false});
    m_warnings->setTitle(tr("Warnings"), QString::number(warnings.size()));
    m_warnings->setLines(warnings);
    m_warnings->setVisible(!warnings.isEmpty());
}

// Every row that Exchange's own tests reported; the warnings name those that did not pass.
void ResultPage::showHealth()
{
    QList<PanelLine> rows;
    for (std::size_t i = 0; i < m_run.steps.size(); ++i) {
        if (m_run.plan.steps[i].kind != maintenance::StepKind::CheckHealth) continue;
        for (const auto& sent : m_run.steps[i].sent)
            for (const auto& remark : sent.remarks)
                rows.append({isWarnedOf(m_run, remark) ? tables::Shape::CheckWarn : tables::Shape::CheckPass,
                             tables::plainText(remark),
                             {},
                             false});
    }
    m_health->setTitle(tr("What Exchange's own tests found"), QString::number(rows.size()));
    m_health->setLines(rows);
    m_health->setVisible(!rows.isEmpty());
}

QList<std::pair<tables::Shape, QString>> ResultPage::stillOpen() const
{
    using tables::Shape;
    QList<std::pair<Shape, QString>> open;
    const QString server = tables::plainText(m_run.plan.server.text());
    const bool enter = m_run.plan.runKind == maintenance::RunKind::Enter;
    if (enter && succeeded(m_run)) {
        for (const auto& database : m_run.plan.singleCopyDatabases) {
            open.append({Shape::CheckWarn, tr("%1 has one copy only; it is served again when %2 is back")
                                               .arg(tables::plainText(database.text()), server)});
        }
        open.append({Shape::ServerInMaintenance, tr("%1 stays in maintenance until it is reinstated").arg(server)});
        return open;
    }
    for (const auto& place : m_run.plan.places)
        if (!place.atHome() && !place.goesHome())
            open.append({Shape::CheckWarn,
                         tr("%1 stays on %2: %3")
                             .arg(tables::plainText(place.database.text()), tables::plainText(place.activeOn.text()),
                                  tables::translated(place.refusal))});
    if (const auto away = databasesAway(); !away.isEmpty())
        open.append({Shape::Dash, tr("Active on %1 before its maintenance, and not moved back: %2")
                                      .arg(server, away.join(QStringLiteral(", ")))});
    if (succeeded(m_run)) return open;
    const bool undone = m_run.outcome == Outcome::Undone;
    for (std::size_t i = 0; i < m_run.steps.size(); ++i) {
        const auto status = m_run.steps[i].status;
        const bool behind = status == StepStatus::Done || status == StepStatus::Skipped || status == StepStatus::Undone;
        const auto title = tables::translated(m_run.plan.steps[i].title);
        if (undone && status == StepStatus::Done && !m_run.plan.steps[i].undo.empty())
            open.append({Shape::CheckWarn, tr("Still in force, step %1: %2").arg(QString::number(i + 1), title)});
        else if (!undone && !behind)
            open.append({Shape::StepToDo, tr("Step %1: %2").arg(QString::number(i + 1), title)});
    }
    return open;
}

// Neither an undo nor a reinstatement moves databases back to the server. This lists those still active elsewhere.
QStringList ResultPage::databasesAway() const
{
    QStringList away;
    if (!m_after.active()) return away;
    for (const auto& database : m_run.plan.original.activeDatabases) {
        const auto name = tables::plainText(database.text());
        if (!m_after.active()->contains(name, Qt::CaseInsensitive)) away += name;
    }
    return away;
}

void ResultPage::showFacts()
{
    while (auto* old = m_facts->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const bool rebalance = m_run.plan.runKind == maintenance::RunKind::Rebalance;
    m_places->setVisible(rebalance);
    if (rebalance) m_places->setPlaces(m_run.plan.places, maintenance::sharesOf(m_run), {});
    const auto facts = rebalance ? QList<Fact>() : ServerFacts::compare(m_before, m_after);
    m_table->setVisible(!facts.isEmpty());
    const auto header = [this](const QString& text) { return makeMutedParagraph(theme(), text, Type::BodyBold); };
    m_facts->addWidget(header(tables::plainText(m_run.plan.server.text())), 0, 0);
    m_facts->addWidget(header(tr("Before")), 0, 1);
    m_facts->addWidget(header(tr("After")), 0, 2);
    int row = 1;
    for (const auto& fact : facts) {
        const bool changed = !fact.after.isEmpty() && fact.before != fact.after;
        const auto known = [](const QString& text) { return text.isEmpty() ? tr("not read") : text; };
        auto* name = new TextLabel(theme(), Type::Body, Role::Text, fact.name);
        m_facts->addWidget(name, row, 0, Qt::AlignTop);
        m_facts->addWidget(makeMutedParagraph(theme(), known(fact.before), Type::Body), row, 1, Qt::AlignTop);
        m_facts->addWidget(changed ? makeParagraph(theme(), fact.after, Type::BodyBold)
                                   : makeMutedParagraph(theme(), known(fact.after), Type::Body),
                           row, 2, Qt::AlignTop);
        ++row;
    }
}

void ResultPage::showFailure(const domain::Error& error)
{
    m_error->setText(errorText(error));
    m_error->show();
}

void ResultPage::askWhereToSave()
{
    askAndSave(this, tr("Save the report"), tables::plainText(m_run.id), reportChoices(m_run),
               [this](const QString& file, const domain::Result<>& saved) {
                   m_error->hide();
                   if (!saved) showFailure(saved.error());
                   m_status->setText(tr("Saved as %1").arg(file));
                   m_status->setVisible(saved.has_value());
               });
}

} // namespace drydock::ui
