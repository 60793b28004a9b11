// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/plan_page.h"

#include "model/controllers/scheduled_run.h"
#include "model/tables/text.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/card.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/save_file.h"
#include "ui/widgets/time_text.h"
#include "ui/wizard/rebalance_card.h"
#include "ui/wizard/step_card.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {

PlanPage::PlanPage(const WizardContext& context, QWidget* parent)
    : WizardPage(context.theme, parent), m_context(context)
{
    setObjectName(QStringLiteral("planPage"));
    const auto addAction = [this](const QString& text, const QString& name) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        headingRow()->addWidget(button, 0, Qt::AlignTop);
        return button;
    };
    auto* copy = addAction(tr("&Copy as PowerShell script"), QStringLiteral("copyScript"));
    auto* saveButton = addAction(tr("Sa&ve…"), QStringLiteral("saveScript"));
    auto* later = addAction(tr("&Later…"), QStringLiteral("runLater"));
    later->setToolTip(tr("How the computer's scheduler begins this at another time"));
    connect(later, &QPushButton::clicked, this, &PlanPage::runLaterRequested);
    m_error = new InlineMessage(context.theme, InlineMessage::Place::Page);
    m_status = makeMutedParagraph(theme());
    m_status->setObjectName(QStringLiteral("said"));
    m_status->hide();
    fixedPart()->addWidget(m_status);
    addStopBefore();
    m_rebalance = new RebalanceCard(theme());
    m_rebalance->hide();
    auto* card = new Card(theme(), {});
    m_list = &card->body();
    m_list->setSpacing(0);
    body()->addWidget(m_error);
    body()->addWidget(m_rebalance);
    body()->addWidget(card);
    body()->addStretch(1);
    connect(copy, &QPushButton::clicked, this, &PlanPage::copyScript);
    connect(saveButton, &QPushButton::clicked, this, &PlanPage::askWhereToSave);
    // Each recheck makes a new plan.
    connect(&context.controller, &controllers::MaintenanceController::prepared, this, &PlanPage::rebuild);
}

void PlanPage::addStopBefore()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(size::betweenControls);
    m_limited = new QCheckBox(tr("Stop &before"));
    m_limited->setObjectName(QStringLiteral("limited"));
    m_stopBefore = new QTimeEdit(QTime(4, 0));
    m_stopBefore->setObjectName(QStringLiteral("stopBefore"));
    m_stopBefore->setAccessibleName(tr("Stop before"));
    // The line inside has the focus and is what a screen reader reads.
    if (auto* line = m_stopBefore->findChild<QLineEdit*>()) line->setAccessibleName(m_stopBefore->accessibleName());
    m_stopBefore->setDisplayFormat(minuteFormat(locale()));
    m_stopBefore->setEnabled(false);
    auto* meaning =
        makeMutedParagraph(theme(), tr("No step begins that may still be under way then, or being undone."));
    row->addWidget(m_limited);
    row->addWidget(m_stopBefore);
    row->addWidget(meaning, 1);
    fixedPart()->addLayout(row);
    connect(m_limited, &QCheckBox::toggled, m_stopBefore, &QWidget::setEnabled);
    connect(m_limited, &QCheckBox::toggled, this, &PlanPage::applyStopBefore);
    connect(m_stopBefore, &QTimeEdit::timeChanged, this, &PlanPage::applyStopBefore);
}

std::optional<QTime> PlanPage::stopBefore() const
{
    return m_limited->isChecked() ? std::optional(m_stopBefore->time()) : std::nullopt;
}

void PlanPage::applyStopBefore()
{
    const auto time = stopBefore();
    m_context.controller.setStopBefore(time ? std::optional(controllers::nextTimeOfDay(*time, m_context.clock.now()))
                                            : std::nullopt);
}

void PlanPage::initializePage()
{
    clearFailure();
    m_status->hide();
    rebuild();
    focusBody();
}

void PlanPage::showFailure(const domain::Error& error)
{
    m_error->setText(errorText(error));
    m_error->show();
}

void PlanPage::clearFailure() { m_error->hide(); }

void PlanPage::showChanged()
{
    ErrorText text;
    text.heading = tr("The plan has changed");
    text.meaning =
        tr("Everything was read again before the start, and something is not as it was: nothing was started.");
    text.advice = tr("Look through the steps below, which are made from what is there now, and start again.");
    m_error->setText(text, tables::Shape::StepUnknown);
    m_error->show();
}

void PlanPage::rebuild()
{
    while (auto* old = m_list->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const auto& plan = m_context.controller.plan();
    const auto lines = m_context.controller.dryRun();
    const auto skipped =
        std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.wouldBeSkipped; });
    const bool rebalance = plan.runKind == maintenance::RunKind::Rebalance;
    const QString server = tables::plainText(rebalance ? plan.group : plan.server.text());
    const bool enter = plan.runKind == maintenance::RunKind::Enter;
    const QString heading = rebalance ? tr("How the databases of %1 are brought home")
                            : enter   ? tr("How %1 is put into maintenance")
                                      : tr("How %1 is reinstated");
    m_rebalance->setVisible(rebalance);
    if (const auto basis = m_context.controller.basis(); rebalance && basis)
        m_rebalance->setPlaces(plan.places, domain::sharesOf(plan.places), forecastText(*basis, plan.group));
    QString about = tr("%n steps, each verified by reading back before the next.", nullptr, int(plan.steps.size()));
    if (skipped > 0)
        about = tr("%1 %2", "two sentences")
                    .arg(about, tr("%n would be skipped: it is so already.", nullptr, int(skipped)));
    if (!plan.domainController.empty())
        about =
            tr("%1 %2", "two sentences")
                .arg(about,
                     tr("Active Directory is read and written at %1.").arg(tables::plainText(plan.domainController)));
    setHeading(heading.arg(server), about);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        if (i > 0) m_list->addWidget(makeRule());
        auto* card = new StepCard(theme(), int(i) + 1, plan.steps[i], i < lines.size() ? &lines[i] : nullptr);
        m_list->addWidget(card);
        connect(card, &StepCard::timeoutChosen, this, [this, kind = plan.steps[i].kind](domain::Duration timeout) {
            m_context.controller.setTimeout(kind, timeout);
        });
    }
}

void PlanPage::copyScript()
{
    QGuiApplication::clipboard()->setText(QString::fromStdString(m_context.controller.plan().toPowerShell()));
    showStatus(tr("The script is on the clipboard."));
}

void PlanPage::askWhereToSave()
{
    const auto& plan = m_context.controller.plan();
    const QString name =
        tables::plainText(plan.server.text()) + u'-' + QLatin1String(maintenance::toString(plan.runKind));
    // The file begins with a byte order mark, because Windows PowerShell reads a file without one in the system's code
    // page.
    const auto script = [text = plan.toPowerShell()]() -> QByteArray {
        return QByteArray("\xEF\xBB\xBF") + QByteArray::fromStdString(text);
    };
    askAndSave(this, tr("Save the plan"), name, {{tr("PowerShell script"), QStringLiteral("ps1"), script}},
               [this](const QString& file, const domain::Result<>& saved) {
                   if (saved)
                       showStatus(tr("Saved as %1").arg(file));
                   else
                       showFailure(saved.error());
               });
}

void PlanPage::showStatus(const QString& text)
{
    m_status->setText(text);
    m_status->show();
}

} // namespace drydock::ui
