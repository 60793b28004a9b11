// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/components_page.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/status_delegate.h"

#include <QComboBox>
#include <QHeaderView>

namespace drydock::ui {
namespace {

constexpr int matrixColumn = 180;

} // namespace

ComponentsPage::ComponentsPage(const PageContext& context, tables::ComponentsModel& model, QWidget* parent)
    : TablePage(context, QStringLiteral("components"), tr("Components"), model, parent),
      m_matrix(new ComponentMatrix(model, this)), m_matrixView(makeMatrix(context)), m_viewChoice(new QComboBox(this))
{
    m_viewChoice->setObjectName(QStringLiteral("componentsLook"));
    m_viewChoice->setAccessibleName(tr("How components are shown"));
    m_viewChoice->addItems({tr("As a list"), tr("Servers side by side")});
    addTool(m_viewChoice);
    connect(m_viewChoice, &QComboBox::currentIndexChanged, this,
            [this](int index) { setAlternative(index == 1 ? m_matrixView : nullptr); });
}

QTableView* ComponentsPage::makeMatrix(const PageContext& context)
{
    auto* matrix = new QTableView(this);
    matrix->setObjectName(QStringLiteral("componentMatrix"));
    matrix->setAccessibleName(tr("Components by servers"));
    matrix->setFrameShape(QFrame::NoFrame);
    matrix->setShowGrid(false);
    matrix->setAlternatingRowColors(true);
    matrix->setSelectionMode(QAbstractItemView::SingleSelection);
    matrix->setEditTriggers(QAbstractItemView::NoEditTriggers);
    matrix->setTabKeyNavigation(false);
    matrix->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    matrix->setCornerButtonEnabled(false);
    auto* delegate = new StatusDelegate(context.theme, matrix);
    delegate->setBoldColumn(-1);
    matrix->setItemDelegate(delegate);
    matrix->setModel(m_matrix);
    matrix->horizontalHeader()->setDefaultSectionSize(matrixColumn);
    matrix->horizontalHeader()->setHighlightSections(false);
    matrix->horizontalHeader()->setFont(ui::font(Type::BodyBold));
    matrix->verticalHeader()->setDefaultSectionSize(rowHeight(matrix->font()));
    matrix->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    matrix->verticalHeader()->setHighlightSections(false);
    matrix->hide();
    return matrix;
}

void ComponentsPage::showServers(const QStringList& servers)
{
    setServers(servers);
    m_matrix->setServers(servers);
}

} // namespace drydock::ui
