// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/connection_test_view.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QScrollBar>

namespace drydock::ui {
namespace {

using controllers::TestResult;
using controllers::TestStage;

constexpr int shownLines = 8; // more of them scroll

tables::Shape shapeOf(TestResult result)
{
    switch (result) {
    case TestResult::Passed:
        return tables::shapeOf(maintenance::CheckResult::Pass);
    case TestResult::Warning:
        return tables::shapeOf(maintenance::CheckResult::Warn);
    case TestResult::Failed:
        return tables::shapeOf(maintenance::StepStatus::Failed);
    case TestResult::Skipped:
        break;
    }
    return tables::shapeOf(maintenance::StepStatus::Skipped);
}

QString wordOf(TestResult result)
{
    switch (result) {
    case TestResult::Passed:
        return ConnectionTestView::tr("passed");
    case TestResult::Warning:
        return ConnectionTestView::tr("warning");
    case TestResult::Failed:
        return ConnectionTestView::tr("failed");
    case TestResult::Skipped:
        break;
    }
    return ConnectionTestView::tr("not needed");
}

QString textOf(const controllers::StageReport& report)
{
    if (!report.error) return tables::translated(report.found);
    const auto text = errorText(*report.error);
    const auto detail = tables::plainText(report.error->detail);
    return detail.isEmpty() ? text.heading : ConnectionTestView::tr("%1: %2").arg(text.heading, detail);
}

} // namespace

QString stageText(const controllers::StageReport& report)
{
    switch (report.stage) {
    case TestStage::Name:
        return ConnectionTestView::tr("Name");
    case TestStage::Port:
        return ConnectionTestView::tr("Port");
    case TestStage::Tls:
        return ConnectionTestView::tr("TLS");
    case TestStage::Authentication:
        return ConnectionTestView::tr("Authentication");
    case TestStage::Shell:
        return ConnectionTestView::tr("Remote shell");
    case TestStage::Roles:
        return ConnectionTestView::tr("Roles");
    case TestStage::Member:
        return ConnectionTestView::tr("Own name");
    case TestStage::Node:
        break;
    }
    return ConnectionTestView::tr("Node %1").arg(tables::plainText(report.server));
}

ConnectionTestView::ConnectionTestView(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("testResults"));
    setAccessibleName(tr("Result of the test"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    hide();
}

void ConnectionTestView::begin()
{
    auto* content = new QWidget;
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, size::betweenControls, 0);
    m_grid->setHorizontalSpacing(size::betweenControls);
    m_grid->setVerticalSpacing(size::inControl);
    m_grid->setColumnStretch(3, 1);
    m_rows = 0;
    setWidget(content);
    show();
    end();
}

void ConnectionTestView::end()
{
    m_grid->setRowStretch(m_rows, 1);
    setAccessibleDescription(tr("%n line(s)", nullptr, m_rows));
}

void ConnectionTestView::add(const controllers::StageReport& report)
{
    addLine(shapeOf(report.result), wordOf(report.result), stageText(report), textOf(report));
}

void ConnectionTestView::addLine(tables::Shape shape, const QString& word, const QString& stage, const QString& text)
{
    m_grid->setRowStretch(m_rows, 0);
    auto* icon = new ShapeIcon(m_theme);
    icon->setShape(shape, word);
    auto* result = new TextLabel(m_theme, Type::Body, Theme::roleOf(shape), word);
    auto* name = new TextLabel(m_theme, Type::BodyBold, Role::Text, stage);
    auto* found = makeParagraph(m_theme, text, Type::Secondary);
    found->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    found->setAccessibleName(tr("%1: %2").arg(stage, word));
    m_grid->addWidget(icon, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(result, m_rows, 1, Qt::AlignTop);
    m_grid->addWidget(name, m_rows, 2, Qt::AlignTop);
    m_grid->addWidget(found, m_rows, 3);
    ++m_rows;
    end();
}

QSize ConnectionTestView::sizeHint() const
{
    return {QScrollArea::sizeHint().width(), shownLines * (fontMetrics().lineSpacing() + size::inControl)};
}

} // namespace drydock::ui
