// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/target_page.h"

#include "model/domain/server_state.h"
#include "model/maintenance/redirect_target.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

bool fits(domain::ServerState state, maintenance::RunKind runKind)
{
    const bool serving = state == domain::ServerState::Serving;
    if (runKind == maintenance::RunKind::Rebalance) return true;
    return runKind == maintenance::RunKind::Enter ? serving : !serving;
}

void addRow(const Theme& theme, QFormLayout* form, const QString& text, QWidget* field)
{
    auto* label = new TextLabel(theme, Type::Body, Role::Text, text);
    label->setBuddy(field);
    form->addRow(label, field);
}

// Returns a label for the line below a field.
QLabel* makeHint(const Theme& theme, const QString& text)
{
    auto* label = new TextLabel(theme, Type::Secondary, Role::Muted, text);
    label->setElide(Qt::ElideRight);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return label;
}

QFormLayout* makeForm()
{
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(size::betweenGroups);
    form->setVerticalSpacing(size::betweenControls);
    return form;
}

} // namespace

TargetPage::TargetPage(const WizardContext& context, QWidget* parent)
    : WizardPage(context.theme, parent), m_context(context)
{
    setObjectName(QStringLiteral("targetPage"));
    if (context.runKind == maintenance::RunKind::Enter) {
        setHeading(tr("Which server is put into maintenance?"),
                   tr("Its databases move to other members, its mail is redirected, then it is taken out of service. "
                      "Nothing is changed before the run is started."));
    } else if (context.runKind == maintenance::RunKind::Rebalance) {
        setHeading(tr("Which group's databases are brought home?"),
                   tr("Choose any of its members. Each database that is away from its preferred server is moved there, "
                      "one after another. Nothing is changed before the run is started."));
    } else {
        setHeading(tr("Which server is reinstated?"),
                   tr("It gets back the settings it had before its maintenance. Nothing is changed before the run is "
                      "started."));
    }
    buildForm();
    buildFacts();
    body()->addStretch(1);
}

void TargetPage::buildForm()
{
    const bool enter = m_context.runKind == maintenance::RunKind::Enter;
    auto* form = makeForm();
    m_server = new QComboBox;
    m_server->setObjectName(QStringLiteral("server"));
    m_server->setAccessibleName(tr("Server"));
    addRow(theme(), form, tr("&Server"), m_server);

    m_target = new QComboBox;
    m_target->setObjectName(QStringLiteral("redirectTarget"));
    m_target->setAccessibleName(tr("Redirect mail to"));
    m_targetHint = makeHint(theme(), {});
    m_restart = new QCheckBox(tr("Restart the &transport service, so that draining takes effect at once"));
    m_restart->setObjectName(QStringLiteral("restartTransport"));
    m_restart->setChecked(true);
    if (enter) {
        addRow(theme(), form, tr("Redirect &mail to"), m_target);
        form->addRow(QString(), m_targetHint);
        form->addRow(QString(), m_restart);
    } else {
        for (QWidget* widget :
             {static_cast<QWidget*>(m_target), static_cast<QWidget*>(m_targetHint), static_cast<QWidget*>(m_restart)}) {
            widget->setParent(this);
            widget->hide();
        }
    }
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(enter ? tr("What is done, for example: cumulative update 15")
                                       : tr("For example: update done"));
    addRow(theme(), form, tr("&Reason"), m_reason);
    m_change = new QLineEdit;
    m_change->setObjectName(QStringLiteral("changeNumber"));
    m_change->setAccessibleName(tr("Change number"));
    m_change->setPlaceholderText(tr("For example: CHG-20417"));
    addRow(theme(), form, tr("&Change number"), m_change);
    form->addRow(QString(), makeHint(theme(), tr("Both are written into the journal of the run and into its report.")));
    auto* card = new Card(theme(), {});
    card->body().addLayout(form);
    body()->addWidget(card);
    connect(m_server, &QComboBox::currentIndexChanged, this, &TargetPage::onServerChanged);
}

void TargetPage::buildFacts()
{
    auto* card = new Card(theme(), {});
    m_factsTitle = makeParagraph(theme(), {}, Type::BodyBold);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(size::betweenGroups);
    m_facts->setVerticalSpacing(size::inControl);
    m_facts->setColumnStretch(1, 1);
    card->body().addWidget(m_factsTitle);
    card->body().addLayout(m_facts);
    body()->addWidget(card);
}

// An open list is not changed, so that no entry moves under the mouse. The next snapshot updates it.
void TargetPage::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    if (!snapshot) return;
    const auto chosen = server();
    m_snapshot = snapshot;
    if (m_server->view()->isVisible() || m_target->view()->isVisible()) return showFacts();
    fillServers(chosen);
}

void TargetPage::choose(const domain::ServerName& server)
{
    const int index = m_server->findData(tables::plainText(server.text()), Qt::UserRole, Qt::MatchFixedString);
    if (index >= 0) m_server->setCurrentIndex(index);
}

domain::ServerName TargetPage::server() const
{
    return domain::ServerName(m_server->currentData().toString().toStdString());
}

controllers::MaintenanceController::Request TargetPage::request() const
{
    controllers::MaintenanceController::Request request;
    request.runKind = m_context.runKind;
    request.server = server();
    request.reason = m_reason->text().trimmed();
    request.changeNumber = m_change->text().trimmed();
    request.options.redirectTarget = m_target->currentData().toString().toStdString();
    request.options.restartTransport = m_restart->isChecked();
    request.options.moveComment =
        request.changeNumber.isEmpty() ? request.reason.toStdString() : request.changeNumber.toStdString();
    return request;
}

bool TargetPage::isComplete() const { return !server().empty(); }

void TargetPage::fillServers(const domain::ServerName& keep)
{
    const QSignalBlocker blocker(m_server);
    Choices choices;
    int best = -1;
    for (const auto& server : m_snapshot->servers) {
        if (server.dag.empty()) continue;
        const auto state = domain::stateOf(*m_snapshot, server.name);
        const QString name = tables::plainText(server.name.text());
        choices.append(
            {tr("%1 – %2", "server and state").arg(name, tables::wordOf(state)), name, tables::shapeOf(state)});
        if (server.name == keep) best = int(choices.size()) - 1;
        if (keep.empty() && best < 0 && fits(state, m_context.runKind)) best = int(choices.size()) - 1;
    }
    fill(*m_server, choices);
    m_server->setCurrentIndex(best >= 0 || choices.isEmpty() ? best : 0);
    onServerChanged();
}

// The list is filled again only if it has changed.
void TargetPage::fill(QComboBox& box, const Choices& choices) const
{
    bool same = box.count() == choices.size();
    for (int i = 0; same && i < box.count(); ++i)
        same = box.itemText(i) == choices[i].text && box.itemData(i).toString() == choices[i].data;
    if (same) return;
    box.clear();
    for (const auto& choice : choices) {
        if (choice.shape == tables::Shape::None)
            box.addItem(choice.text, choice.data);
        else
            box.addItem(theme().icon(choice.shape), choice.text, choice.data);
    }
}

void TargetPage::onServerChanged()
{
    fillTargets();
    showFacts();
    emit serverChanged();
    emit completeChanged();
}

// For the same server the chosen target is kept, also "nowhere".
void TargetPage::fillTargets()
{
    const QString before = m_targetsOf == server() ? m_target->currentData().toString() : QString();
    m_targetsOf = server();
    if (!m_snapshot || server().empty()) return m_target->clear();
    Choices choices;
    for (const auto& target : maintenance::redirectTargets(*m_snapshot, server())) {
        const QString fqdn = tables::plainText(target);
        choices.append({choices.isEmpty() ? tr("%1 (suggested)").arg(fqdn) : fqdn, fqdn});
    }
    m_targetHint->setText(
        choices.isEmpty()
            ? tr("No other member can take the mail now: each is blocked, in maintenance or does not answer.")
            : tr("Suggested is a member of the same site. The others that can take mail are named after it."));
    choices.append({tr("Nowhere; wait until the queues drain by themselves"), QLatin1String(maintenance::noRedirect)});
    fill(*m_target, choices);
    m_target->setCurrentIndex(std::max(m_target->findData(before), 0));
}

void TargetPage::showFacts()
{
    while (auto* old = m_facts->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const auto* server = m_snapshot ? m_snapshot->server(this->server()) : nullptr;
    m_factsTitle->setText(server ? tr("%1 now").arg(tables::plainText(server->name.text()))
                                 : tr("No server to choose from"));
    if (!server) return;
    const auto add = [this](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        auto* label = new TextLabel(theme(), Type::Body, Role::Muted, name);
        const int row = m_facts->rowCount();
        m_facts->addWidget(label, row, 0, Qt::AlignTop);
        m_facts->addWidget(makeParagraph(theme(), value), row, 1);
    };
    const auto copies = m_snapshot->copiesOn(server->name);
    const auto active = std::count_if(copies.begin(), copies.end(), [](const auto* copy) { return copy->active; });
    const auto* group = m_snapshot->groupOf(server->name);
    add(tr("State"), tables::wordOf(domain::stateOf(*m_snapshot, server->name)));
    add(tr("Full name"), tables::plainText(server->fqdn));
    add(tr("Product"),
        tr("%1, %2").arg(tables::plainText(server->version.productName()), tables::plainText(server->version.text())));
    add(tr("Site"), tables::plainText(server->site));
    add(tr("Active databases"),
        tr("%1 of %2 copies").arg(tables::numberText(qint64(active)), tables::numberText(qint64(copies.size()))));
    add(tr("Activation policy"), tables::plainText(server->autoActivationPolicy.text));
    add(tr("Queued messages"), m_snapshot->covers(domain::SnapshotSection::Queues, server->name)
                                   ? tables::numberText(qint64(m_snapshot->queuedMessages(server->name)))
                                   : tr("not known"));
    if (group && group->primaryActiveManager == server->name) {
        add(tr("Primary active manager"), tr("Yes; it moves to another member when the node is paused"));
    }
}

} // namespace drydock::ui
