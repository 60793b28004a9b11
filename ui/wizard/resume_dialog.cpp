// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/resume_dialog.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/theme/flat_style.h"
#include "ui/widgets/error_text.h"
#include "ui/wizard/panel.h"
#include "ui/wizard/run_text.h"
#include "ui/wizard/undo_question.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

using maintenance::StepStatus;

constexpr QSize resumeDialogSize{720, 480};

// The sentences on what the journal proves and what it leaves open.
QList<PanelLine> whatIsKnown(const maintenance::RunState& run)
{
    QList<PanelLine> lines;
    for (std::size_t i = 0; i < run.steps.size() && i <= run.current; ++i) {
        const auto status = run.steps[i].status;
        if (status == StepStatus::ToDo) continue;
        const bool sure = status == StepStatus::Done || status == StepStatus::Skipped || status == StepStatus::Undone;
        const auto shape = sure                           ? tables::shapeOf(status)
                           : status == StepStatus::Failed ? tables::Shape::StepFailed
                                                          : tables::Shape::StepUnknown;
        const QString text = sure || status == StepStatus::Failed
                                 ? tables::wordOf(status)
                                 : ResumeDialog::tr("started; not known whether it took effect");
        lines.append({shape, tables::translated(run.plan.steps[i].title), text, !sure});
    }
    return lines;
}

} // namespace

ResumeDialog::ResumeDialog(const Theme& theme, const std::vector<ports::RunListing>& runs,
                           ports::JournalStore& journals, QWidget* parent)
    : QDialog(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("resumeDialog"));
    setWindowTitle(tr("Unfinished runs – Drydock"));
    auto* content = new QWidget;
    auto* list = new QVBoxLayout(content);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(size::inCard);
    for (const auto& listing : runs) {
        if (!listing.error && !listing.run.resumable()) continue;
        auto shown = listing;
        const auto whole = journals.read(listing.run.id);
        shown.error = whole.error;
        list->addWidget(makeCard(shown, whole.state));
        ++m_count;
    }
    list->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* later = new QDialogButtonBox(QDialogButtonBox::Close);
    later->button(QDialogButtonBox::Close)->setText(tr("Decide later"));
    connect(later, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(size::pageEdge, size::betweenGroups, size::pageEdge, size::betweenGroups);
    all->setSpacing(size::betweenControls);
    all->addWidget(makeParagraph(m_theme, tr("Runs that did not come to an end"), Type::Heading));
    all->addWidget(makeMutedParagraph(
        m_theme,
        tr("Nothing has been sent since. Continuing reads the state first; no command is sent a second time blindly."),
        Type::Body));
    all->addWidget(scroll, 1);
    all->addWidget(later);
    resize(resumeDialogSize);
}

QWidget* ResumeDialog::makeCard(const ports::RunListing& listing, const maintenance::RunState& run)
{
    auto* card = new Panel(m_theme);
    card->setObjectName(QStringLiteral("run_") + tables::plainText(run.id));
    auto& column = card->body();
    if (listing.error) {
        const auto text = errorText(*listing.error);
        card->setTitle(tables::plainText(listing.file), {});
        card->setLines({{tables::Shape::StepFailed, text.heading, {}, true}});
        column.addWidget(makeParagraph(m_theme, text.meaning));
        column.addWidget(makeParagraph(m_theme, text.advice));
        return card;
    }
    addKnown(column, run);
    card->setTitle(runTitle(run.plan.runKind, run.plan.server),
                   run.startedAt ? tables::timeText(*run.startedAt) : QString());
    card->setLines(whatIsKnown(run));
    addChoices(column, listing, run);
    return card;
}

void ResumeDialog::addKnown(QVBoxLayout& column, const maintenance::RunState& run) const
{
    column.addWidget(
        makeMutedParagraph(m_theme, tr("%1 of %2 steps are proven done.")
                                        .arg(QString::number(run.settledSteps()), QString::number(run.steps.size()))));
    QStringList who{tables::plainText(run.operatorName), tables::plainText(run.changeNumber),
                    tables::plainText(run.reason)};
    who.removeAll(QString());
    if (!who.isEmpty()) column.addWidget(makeMutedParagraph(m_theme, who.join(QStringLiteral(" · "))));
}

// A continued run reads the state first. Undo and abandon are confirmed here, because nothing asks later.
void ResumeDialog::choose(const maintenance::RunState& run, ResumeChoice choice)
{
    const auto go = [this, id = tables::plainText(run.id), choice] {
        emit chosen(id, choice);
        accept();
    };
    if (choice == ResumeChoice::Continue) return go();
    const auto question = choice == ResumeChoice::Undo ? undoQuestion(run, 0) : abandonQuestion(run);
    ask(*this, question, [go](bool yes) {
        if (yes) go();
    });
}

void ResumeDialog::addChoices(QVBoxLayout& column, const ports::RunListing& listing, const maintenance::RunState& run)
{
    if (listing.inUse) {
        column.addWidget(makeParagraph(m_theme, tr("Another Drydock is working on this run; go on there.")));
        return;
    }
    if (!listing.supersededBy.empty())
        column.addWidget(makeParagraph(m_theme, tr("A newer run has changed this server since, so this one can only be "
                                                   "ended: %1")
                                                    .arg(tables::plainText(listing.supersededBy))));
    auto* row = new QHBoxLayout;
    const auto add = [&](const QString& text, const QString& what, const QString& name, ResumeChoice choice) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        button->setToolTip(what);
        button->setAccessibleDescription(what);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, run, choice] { choose(run, choice); });
        return button;
    };
    if (listing.resumable())
        setPrimary(*add(tr("&Continue"), tr("Looks what is so now, and goes on from there."),
                        QStringLiteral("continue"), ResumeChoice::Continue),
                   m_count == 0);
    if (listing.resumable() && run.undoable())
        add(tr("&Undo…"), tr("Sets back what this run changed, last first."), QStringLiteral("undo"),
            ResumeChoice::Undo);
    add(tr("&Leave as it is…"), tr("Ends the run; what it changed stays changed."), QStringLiteral("abandon"),
        ResumeChoice::Abandon);
    row->addStretch(1);
    column.addLayout(row);
}

} // namespace drydock::ui
