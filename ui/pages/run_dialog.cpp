// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/run_dialog.h"

#include "model/maintenance/report.h"
#include "model/tables/text.h"
#include "ui/theme/flat_style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/report_choices.h"
#include "ui/widgets/table_view.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

namespace drydock::ui {
namespace {

constexpr QSize runDialogSize{1080, 680};
constexpr QSize leastSize{720, 480};

QString titleOf(const maintenance::RunState& run)
{
    const auto server = tables::plainText(run.plan.server.text());
    switch (run.plan.runKind) {
    case maintenance::RunKind::Enter:
        return RunDialog::tr("Maintenance of %1").arg(server);
    case maintenance::RunKind::Reinstate:
        return RunDialog::tr("Reinstating %1").arg(server);
    case maintenance::RunKind::Rebalance:
        return RunDialog::tr("Databases of %1 brought home").arg(tables::plainText(run.plan.group));
    case maintenance::RunKind::Reboot:
        break;
    }
    return RunDialog::tr("Restart of %1").arg(server);
}

} // namespace

RunDialog::RunDialog(const PageContext& context, const tables::RunRow& run, maintenance::RunState state, bool mayResume,
                     const QString& why, QWidget* parent)
    : QDialog(parent), m_run(run), m_state(std::move(state)), m_steps(this)
{
    setObjectName(QStringLiteral("runDialog"));
    setWindowTitle(titleOf(m_state));
    m_steps.setNow(context.clock.now());
    m_steps.setState(m_state);
    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(makeSteps(context), tr("Steps"));
    tabs->addTab(makeReport(), tr("Report"));
    tabs->tabBar()->setAccessibleName(tr("Steps or report"));
    auto* buttons = new QDialogButtonBox(this);
    auto* close = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    auto* save = buttons->addButton(tr("&Save report…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("saveReport"));
    save->setEnabled(!run.error);
    connect(save, &QPushButton::clicked, this, &RunDialog::saveReport);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    if (m_state.resumable() && !run.error && !run.inUse && !run.superseded) {
        auto* resume = buttons->addButton(tr("&Resume…"), QDialogButtonBox::AcceptRole);
        resume->setObjectName(QStringLiteral("resume"));
        setPrimary(*resume, mayResume);
        resume->setEnabled(mayResume);
        resume->setToolTip(why);
        connect(resume, &QPushButton::clicked, this, [this] {
            accept();
            emit resumeRequested(QString::fromStdString(m_state.id));
        });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::betweenGroups, size::betweenGroups, size::betweenGroups, size::betweenGroups);
    column->setSpacing(size::inCard);
    column->addWidget(makeHead(context));
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    setMinimumSize(leastSize);
    resize(runDialogSize);
}

QWidget* RunDialog::makeHead(const PageContext& context)
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new TextLabel(context.theme, Type::Heading, Role::Text, titleOf(m_state), head));
    if (m_run.error) {
        auto* message = new InlineMessage(context.theme, InlineMessage::Place::Bar, head);
        message->setText(errorText(*m_run.error));
        message->setTime(context.clock.now());
        connect(message, &InlineMessage::dismissed, message, &QWidget::hide);
        column->addWidget(message);
        return head;
    }
    QStringList parts{m_state.outcome == maintenance::Outcome::None ? tables::wordOf(m_state.phase)
                                                                    : tables::wordOf(m_state.outcome)};
    if (m_state.startedAt) parts += tr("started %1").arg(tables::timeText(*m_state.startedAt));
    for (const auto& text : {m_state.operatorName, m_state.reason, m_state.changeNumber})
        if (!text.empty()) parts += tables::plainText(text);
    auto* line = new TextLabel(context.theme, Type::Body, Role::Muted, parts.join(QStringLiteral(" · ")), head);
    line->setElide(Qt::ElideRight);
    column->addWidget(line);
    return head;
}

QWidget* RunDialog::makeSteps(const PageContext& context)
{
    auto* card = new Card(context.theme, {}, this);
    card->body().setContentsMargins(2, 2, 2, 2);
    auto* view = new TableView(context.theme, context.settings, QStringLiteral("runSteps"), m_steps, card);
    view->setAccessibleName(tr("Steps"));
    view->sizeToContents();
    // Only a current run has values in these columns, and they would push the evidence out of sight.
    using Column = tables::StepsModel::Column;
    for (const auto column : {Column::Attempts, Column::NextPoll, Column::WaitingFor})
        view->setColumnHidden(int(column), true);
    card->body().addWidget(view);
    return card;
}

QWidget* RunDialog::makeReport()
{
    auto* report = new QPlainTextEdit(this);
    report->setReadOnly(true);
    report->setFont(ui::font(Type::Command));
    report->setAccessibleName(tr("Report"));
    report->setTabChangesFocus(true);
    report->setPlainText(m_run.error ? QString() : tables::plainLines(maintenance::reportAsText(m_state)));
    return report;
}

void RunDialog::saveReport()
{
    const auto name = QString::fromStdString(m_state.id);
    askAndSave(this, tr("Save report"), name, reportChoices(m_state));
}

} // namespace drydock::ui
