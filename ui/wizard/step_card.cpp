// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/step_card.h"

#include "model/maintenance/step_timeouts.h"
#include "model/tables/text.h"
#include "ui/wizard/command_label.h"
#include "ui/wizard/run_text.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

// Wide enough for the longest endpoint, "on SERVERNAME12345 itself".
constexpr int placeCharacters = 16;

QStringList typed(const std::vector<maintenance::Command>& commands)
{
    QStringList lines;
    for (const auto& command : commands)
        lines << tables::plainText(command.toPowerShell());
    return lines;
}

} // namespace

StepCard::StepCard(const Theme& theme, int number, const maintenance::Step& step, const maintenance::DryRunLine* dryRun,
                   QWidget* parent)
    : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("step_%1").arg(number));
    setAccessibleName(tr("Step %1: %2").arg(QString::number(number), tables::translated(step.title)));
    setAccessibleDescription(typed(step.commands).join(u'\n'));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, size::inCard, 0, size::inCard);
    column->setSpacing(size::inControl);
    buildHead(column, number, step);
    buildCommands(column, step);
    buildFacts(column, step);
    if (dryRun) buildDryRun(column, *dryRun);
}

void StepCard::buildHead(QVBoxLayout* column, int number, const maintenance::Step& step)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(size::betweenControls);
    auto* title = makeParagraph(m_theme, tr("%1. %2").arg(QString::number(number), tables::translated(step.title)),
                                Type::BodyBold);
    title->setObjectName(QStringLiteral("title"));
    const bool asks = step.onTimeout == maintenance::OnTimeout::Fail;
    line->addWidget(title, 1);
    line->addWidget(new TextLabel(m_theme, Type::Secondary, Role::Muted,
                                  asks ? tr("gives up and asks after") : tr("warns and goes on after")));
    line->addWidget(makeTimeout(step));
    column->addLayout(line);
    if (!step.why.empty()) column->addWidget(makeMutedParagraph(m_theme, tables::translated(step.why)));
}

// A step that takes seconds has a fixed time-out.
QWidget* StepCard::makeTimeout(const maintenance::Step& step)
{
    using std::chrono::minutes;
    if (step.timeout < minutes(1))
        return new TextLabel(m_theme, Type::Secondary, Role::Muted, tables::durationText(step.timeout));
    auto* field = new QSpinBox;
    field->setObjectName(QStringLiteral("timeout"));
    field->setRange(1, int(maintenance::maxTimeout.count()));
    field->setSuffix(tr(" min"));
    field->setValue(int(std::chrono::duration_cast<minutes>(step.timeout).count()));
    field->setAccessibleName(tr("Minutes for step %1").arg(tables::translated(step.title)));
    // The line inside has the focus and is what a screen reader reads.
    if (auto* line = field->findChild<QLineEdit*>()) line->setAccessibleName(field->accessibleName());
    field->setToolTip(tr("How long this step may take in this run"));
    connect(field, &QSpinBox::valueChanged, this, [this](int value) { emit timeoutChosen(minutes(value)); });
    return field;
}

void StepCard::buildCommands(QVBoxLayout* column, const maintenance::Step& step)
{
    if (step.commands.empty()) {
        column->addWidget(makeMutedParagraph(m_theme, tr("Sends no command; only reads.")));
        return;
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::inCard);
    grid->setVerticalSpacing(size::inControl);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const auto& command : step.commands) {
        auto* text = new CommandLabel;
        text->setCommands({tables::plainText(command.toPowerShell())});
        text->setObjectName(QStringLiteral("command"));
        text->setAccessibleName(tr("Command"));
        // By hand it is easy to run a command in the wrong place, so a command that does not run in Exchange is
        // highlighted.
        const bool node = command.endpoint == domain::EndpointKind::Node;
        auto* place =
            new TextLabel(m_theme, node ? Type::BodyBold : Type::Body, node ? Role::Maintenance : Role::Muted);
        place->setObjectName(QStringLiteral("place"));
        place->setText(endpointText(command));
        place->setMinimumWidth(textWidth(*place, placeCharacters));
        place->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(text, row, 0);
        grid->addWidget(place, row, 1);
        ++row;
    }
    column->addLayout(grid);
}

void StepCard::buildFacts(QVBoxLayout* column, const maintenance::Step& step)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::betweenControls);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    const QString conditions = verificationText(step);
    if (!conditions.isEmpty()) {
        grid->addWidget(makeMutedParagraph(m_theme, tr("Done when")), 0, 0, Qt::AlignTop);
        grid->addWidget(makeParagraph(m_theme, conditions, Type::Secondary), 0, 1);
    }
    grid->addWidget(makeMutedParagraph(m_theme, tr("Undone by")), 1, 0, Qt::AlignTop);
    if (step.undo.empty()) {
        grid->addWidget(makeMutedParagraph(m_theme, tr("nothing to undo")), 1, 1);
    } else {
        auto* undo = new CommandLabel;
        undo->setCommands(typed(step.undo));
        undo->setForegroundRole(QPalette::PlaceholderText);
        undo->setAccessibleName(tr("Undo command"));
        grid->addWidget(undo, 1, 1);
    }
    column->addLayout(grid);
}

void StepCard::buildDryRun(QVBoxLayout* column, const maintenance::DryRunLine& line)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(size::betweenControls);
    const auto shape = line.wouldBeSkipped ? tables::Shape::StepSkipped : tables::Shape::StepToDo;
    const QString text = tables::translated(line.text);
    auto* icon = new ShapeIcon(m_theme);
    icon->setShape(shape, line.wouldBeSkipped ? tr("would be skipped") : tr("would run"));
    auto* label = makeMutedParagraph(m_theme, tr("Now: %1").arg(text));
    label->setObjectName(QStringLiteral("dryRun"));
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    column->addLayout(row);
}

} // namespace drydock::ui
