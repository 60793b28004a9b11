// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/table_page.h"

#include "ui/pages/row_dialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/severity_chips.h"
#include "ui/widgets/shape_icon.h"

#include <QPushButton>
#include <QStackedLayout>

namespace drydock::ui {
namespace {

constexpr int insideLine = 2; // px; keeps the table inside the rounded corners of the card

} // namespace

TablePage::TablePage(const PageContext& context, const QString& id, const QString& title, tables::TableModel& model,
                     QWidget* parent)
    : QWidget(parent), m_context(context), m_title(title), m_chips(new SeverityChips(context.theme, this)),
      m_ageIcon(new ShapeIcon(context.theme, this)),
      m_age(new TextLabel(context.theme, Type::Secondary, Role::Muted, {}, this)),
      m_onlyServerButton(new QPushButton(this)), m_head(new QHBoxLayout), m_stack(new QStackedLayout)
{
    setObjectName(id);
    setAccessibleName(title);
    buildHead();
    auto* card = new Card(context.theme, {}, this);
    card->body().setContentsMargins(insideLine, insideLine, insideLine, insideLine);
    card->body().addLayout(m_stack);
    m_view = new TableView(context.theme, context.settings, id, model, card);
    m_view->setAccessibleName(title);
    m_empty = new EmptyPage(context.theme, card);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::betweenGroups, size::inCard, size::betweenGroups, size::betweenGroups);
    column->setSpacing(size::inCard);
    column->addLayout(m_head);
    column->addWidget(card, 1);

    auto& proxy = m_view->proxy();
    connect(m_chips, &SeverityChips::chosenChanged, &proxy, &tables::TableProxy::setSeverities);
    connect(&proxy, &tables::TableProxy::countsChanged, this, &TablePage::updateChips);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&proxy, signal, this, &TablePage::updateBody);
    connect(&proxy, &QAbstractItemModel::layoutChanged, this, &TablePage::updateBody);
    connect(&proxy, &QAbstractItemModel::modelReset, this, &TablePage::updateBody);
    connect(m_empty, &EmptyPage::clicked, this, [this] {
        if (m_view->proxy().filtered() && m_view->model()->rowCount() == 0 &&
            m_view->proxy().sourceModel()->rowCount() > 0)
            emit filterCleared();
        else
            emit emptyButtonClicked();
    });
    connect(m_view, &TableView::rowActivated, this, &TablePage::showDetails);
    updateChips();
    updateBody();
}

void TablePage::buildHead()
{
    m_head->setSpacing(size::betweenControls);
    m_head->addWidget(m_chips);
    m_onlyServerButton->setObjectName(QStringLiteral("scopeChip"));
    m_onlyServerButton->setAutoDefault(false);
    m_onlyServerButton->hide();
    connect(m_onlyServerButton, &QPushButton::clicked, this, &TablePage::onlyServerCleared);
    m_head->addWidget(m_onlyServerButton);
    m_head->addStretch(1);
    m_ageIcon->hide();
    m_age->setElide(Qt::ElideMiddle);
    m_age->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_age->setSizePolicy(QSizePolicy::Preferred,
                         QSizePolicy::Preferred); // shrinks when needed and never grows beyond the text
    m_head->addWidget(m_ageIcon);
    m_head->addWidget(m_age);
}

void TablePage::addTool(QWidget* tool) { m_head->insertWidget(2, tool); }

void TablePage::showDetails()
{
    const auto index = m_view->currentIndex();
    if (!index.isValid()) return;
    auto* dialog = new RowDialog(m_context.theme, m_title, index, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TablePage::setOnlyServer(const QString& server)
{
    m_onlyServer = server;
    m_onlyServerButton->setText(tr("%1 only ×").arg(QString(server).replace(QLatin1Char('&'), QStringLiteral("&&"))));
    m_onlyServerButton->setAccessibleName(tr("Only %1; show all servers of the group").arg(server));
    m_onlyServerButton->setToolTip(tr("Show all servers of the group"));
    m_onlyServerButton->setVisible(!server.isEmpty());
    updateBody();
}

void TablePage::setAlternative(QWidget* view)
{
    if (view && m_stack->indexOf(view) < 0) m_stack->addWidget(view);
    m_alternative = view;
    m_chips->setVisible(!view);
    updateBody();
}

void TablePage::setFilter(const QString& text)
{
    m_filter = text.trimmed();
    m_view->proxy().setText(text);
    updateBody();
}

void TablePage::setServers(const QStringList& servers)
{
    m_view->proxy().setServers(servers);
    updateBody();
}

void TablePage::setWhyEmpty(const QString& sentence, const QString& button)
{
    m_whyEmpty = sentence;
    m_emptyButton = button;
    updateBody();
}

void TablePage::setAge(const QString& text, bool stale)
{
    m_age->setText(text);
    m_age->setRole(stale ? Role::Warning : Role::Muted);
    m_ageIcon->setShape(tables::Shape::CopyUnknown, tr("out of date"), Role::Warning);
    m_ageIcon->setVisible(stale);
}

void TablePage::updateChips()
{
    const auto& proxy = m_view->proxy();
    m_chips->setCounts(proxy.countAll(), [&](domain::Severity severity) { return proxy.count(severity); });
}

void TablePage::updateBody()
{
    const auto* model = m_view->model();
    const auto* source = m_view->proxy().sourceModel();
    if (model->rowCount() > 0 || (m_alternative && source->rowCount() > 0)) {
        m_stack->setCurrentWidget(m_alternative ? m_alternative : m_view);
        setFocusProxy(m_stack->currentWidget());
        return;
    }
    const bool isFiltered = !m_filter.isEmpty() || !m_chips->chosen().isEmpty();
    if (source->rowCount() == 0)
        m_empty->setText(m_whyEmpty, m_emptyButton);
    else if (!m_onlyServer.isEmpty() && !isFiltered)
        m_empty->setText(tr("There is nothing of %1 here.").arg(m_onlyServer), {});
    else if (!m_onlyServer.isEmpty())
        m_empty->setText(tr("No rows of %1 match the filter.").arg(m_onlyServer), tr("&Clear the filter"));
    else
        m_empty->setText(tr("No rows match the filter."), tr("&Clear the filter"));
    m_stack->setCurrentWidget(m_empty);
    setFocusProxy(m_empty);
}

} // namespace drydock::ui
