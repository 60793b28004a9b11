// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/preflight_page.h"

#include "model/tables/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/inline_message.h"
#include "ui/wizard/check_item.h"
#include "ui/wizard/restore_choice.h"

#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

namespace drydock::ui {
namespace {

using maintenance::CheckResult;

QString namesOf(const std::vector<domain::DatabaseName>& databases)
{
    QStringList names;
    for (const auto& database : databases)
        names << tables::plainText(database.text());
    return names.join(QStringLiteral(", "));
}

QString overallText(maintenance::RunKind runKind, bool warns, bool blocks)
{
    if (runKind == maintenance::RunKind::Enter) {
        if (blocks) return PreflightPage::tr("%1 is not ready for maintenance");
        return warns ? PreflightPage::tr("%1 is ready for maintenance, with warnings")
                     : PreflightPage::tr("%1 is ready for maintenance");
    }
    if (runKind == maintenance::RunKind::Rebalance) {
        if (blocks) return PreflightPage::tr("The databases of the group of %1 cannot be brought home");
        return warns ? PreflightPage::tr("The databases of the group of %1 can be brought home, with warnings")
                     : PreflightPage::tr("The databases of the group of %1 can be brought home");
    }
    if (blocks) return PreflightPage::tr("%1 is not ready to be reinstated");
    return warns ? PreflightPage::tr("%1 is ready to be reinstated, with warnings")
                 : PreflightPage::tr("%1 is ready to be reinstated");
}

} // namespace

PreflightPage::PreflightPage(const WizardContext& context, const TargetPage& target, QWidget* parent)
    : WizardPage(context.theme, parent), m_context(context), m_target(target)
{
    setObjectName(QStringLiteral("preflightPage"));
    m_recheck = new QPushButton(tr("R&echeck all"));
    m_recheck->setObjectName(QStringLiteral("recheck"));
    m_recheck->setAutoDefault(false);
    m_recheck->setToolTip(tr("Read everything again (F5)"));
    headingRow()->addWidget(m_recheck);
    auto* key = new QShortcut(QKeySequence::Refresh, this);
    connect(key, &QShortcut::activated, m_recheck, &QPushButton::click);

    m_error = new InlineMessage(context.theme, InlineMessage::Place::Page);
    m_card = new Card(theme(), {});
    m_list = &static_cast<Card*>(m_card)->body();
    m_list->setSpacing(0);
    m_waiting = makeParagraph(theme(), {}, Type::BodyBold);
    m_waiting->setObjectName(QStringLiteral("waitingFor"));
    body()->addWidget(m_error);
    body()->addWidget(m_card);
    body()->addStretch(1);
    layout()->addWidget(m_waiting);

    connect(m_recheck, &QPushButton::clicked, this, &PreflightPage::recheck);
    connect(&context.controller, &controllers::MaintenanceController::prepared, this, &PreflightPage::onPrepared);
    connect(&context.controller, &controllers::MaintenanceController::prepareFailed, this, &PreflightPage::onFailed);
}

void PreflightPage::initializePage() { recheck(); }

bool PreflightPage::isComplete() const { return waitingFor().isEmpty(); }

std::set<std::string> PreflightPage::overrides() const
{
    std::set<std::string> ids;
    for (const auto* item : m_items) {
        if (item->overridden()) ids.insert(item->check().id);
    }
    return ids;
}

QString PreflightPage::waitingFor() const
{
    if (m_stage == Stage::Reading) return tr("Next is there as soon as the checks are read.");
    if (m_stage == Stage::Failed) return tr("Next needs the checks, and they could not be read.");
    if (std::none_of(m_items.begin(), m_items.end(), [](const auto* item) { return item->blocking(); })) return {};
    return tr("Next waits: put right what blocks and recheck, or override it by typing the server's name.");
}

controllers::MaintenanceController::Request PreflightPage::request() const
{
    auto request = m_target.request();
    if (m_restoredOf == request.server) request.reinstate = m_restored;
    return request;
}

void PreflightPage::recheck()
{
    setStage(Stage::Reading);
    m_context.controller.prepare(request());
}

// Reads everything again, because plan and checks must come from the same snapshot. Only the row that asked shows it.
void PreflightPage::recheckOne(const std::string& id)
{
    m_recheckedId = id;
    for (auto* item : m_items)
        if (item->check().id == id) item->showReading();
    recheck();
}

void PreflightPage::onPrepared()
{
    rebuild();
    setStage(Stage::Read);
    const auto rechecked = std::exchange(m_recheckedId, {});
    for (auto* item : m_items)
        if (item->check().id == rechecked) item->focusRecheck();
}

void PreflightPage::onFailed(const domain::Error& error)
{
    m_error->setText(errorText(error));
    setStage(Stage::Failed);
}

void PreflightPage::rebuild()
{
    std::map<std::string, std::pair<domain::LocalizableText, QString>> typed;
    for (auto* item : m_items)
        typed[item->check().id] = {item->check().found, item->typed()};
    m_items.clear();
    while (auto* old = m_list->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    auto checks = m_context.controller.checks();
    std::stable_sort(checks.begin(), checks.end(), [](const auto& a, const auto& b) { return a.result > b.result; });
    for (const auto& check : checks) {
        if (m_list->count() > 0) m_list->addWidget(makeRule());
        auto* item = new CheckItem(theme(), check, m_target.server(), consequence(check));
        m_list->addWidget(item);
        m_items.push_back(item);
        connect(item, &CheckItem::overriddenChanged, this, &PreflightPage::summarize);
        connect(item, &CheckItem::recheckRequested, this, [this, id = check.id] { recheckOne(id); });
        // Without a record the settings are chosen, and with the record of an earlier maintenance they may be. What is
        // chosen can be changed.
        if (check.id == "original-settings" && request().runKind == maintenance::RunKind::Reinstate &&
            (!check.overridable || check.result == CheckResult::Block))
            addRestoreChoice(*item);
        // The typed name is kept only if the check has found the same again.
        const auto before = typed.find(check.id);
        if (before != typed.end() && before->second.first == check.found) item->setTyped(before->second.second);
    }
}

void PreflightPage::addRestoreChoice(CheckItem& item)
{
    const auto basis = m_context.controller.basis();
    const auto* server = basis ? basis->server(m_target.server()) : nullptr;
    if (!server) return;
    auto* choice = new RestoreChoice(theme(), *server, request().reinstate);
    item.addBelow(choice);
    connect(choice, &RestoreChoice::chosen, this, [this](const maintenance::ReinstateOptions& options) {
        m_restored = options;
        m_restoredOf = m_target.server();
        recheck();
    });
}

void PreflightPage::summarize()
{
    const auto count = [this](CheckResult result) {
        return int(std::count_if(m_items.begin(), m_items.end(),
                                 [&](const auto* item) { return item->check().result == result; }));
    };
    const QString server = tables::plainText(m_target.server().text());
    if (m_stage == Stage::Reading) {
        setHeading(tr("Checking %1").arg(server),
                   tr("Reading servers, copies, components, queues and what is granted."));
    } else if (m_stage == Stage::Failed) {
        setHeading(tr("%1 could not be checked").arg(server), {});
    } else {
        const auto overridden = int(overrides().size());
        const bool blocks = count(CheckResult::Block) > overridden;
        const QString heading = overallText(m_context.runKind, count(CheckResult::Warn) + overridden > 0, blocks);
        QStringList counts{tr("%n check(s) passed", nullptr, count(CheckResult::Pass)),
                           tr("%n warning(s)", nullptr, count(CheckResult::Warn)),
                           tr("%n block(s)", nullptr, count(CheckResult::Block))};
        if (overridden > 0) counts += tr("%n overridden by you", nullptr, overridden);
        setHeading(heading.arg(server), counts.join(QStringLiteral(" · ")));
    }
    m_waiting->setText(waitingFor());
    m_waiting->setVisible(m_stage != Stage::Reading && !isComplete());
    emit completeChanged();
    emit waitingForChanged();
}

void PreflightPage::setStage(Stage stage)
{
    m_stage = stage;
    m_recheck->setEnabled(stage != Stage::Reading);
    m_error->setVisible(stage == Stage::Failed);
    m_card->setVisible(stage != Stage::Failed && !m_items.empty());
    m_card->setEnabled(stage == Stage::Read);
    summarize();
}

QString PreflightPage::consequence(const maintenance::Check& check) const
{
    const QString server = tables::plainText(m_target.server().text());
    const auto& alone = m_context.controller.plan().singleCopyDatabases;
    if (check.id == "single-copy" && !alone.empty()) {
        const QString text = alone.size() == 1
                                 ? tr("%1 goes down with %2, and its users have no mailbox until %2 is back.")
                                 : tr("%1 go down with %2, and their users have no mailbox until %2 is back.");
        return text.arg(namesOf(alone), server);
    }
    if (check.id == "copies-elsewhere")
        return tr("Databases without a good copy elsewhere may not mount until %1 is back.").arg(server);
    if (check.id == "other-in-maintenance")
        return tr("With two members out of service, one more failure takes databases down.");
    return tables::translated(check.why);
}

} // namespace drydock::ui
