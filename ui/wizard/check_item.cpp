// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/check_item.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

using maintenance::CheckResult;

// Wide enough for the longest result in all translations.
constexpr int wordCharacters = 11;

QLabel* valueLabel(const Theme& theme, const domain::LocalizableText& message)
{
    auto* label = makeParagraph(theme, tables::translated(message), Type::Secondary);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

CheckItem::CheckItem(const Theme& theme, const maintenance::Check& check, const domain::ServerName& server,
                     const QString& consequence, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_check(check), m_server(server)
{
    setObjectName(QStringLiteral("check_") + tables::plainText(check.id));
    auto* grid = new QGridLayout(this);
    const int edge = check.result == CheckResult::Pass ? size::inControl : size::betweenControls;
    grid->setContentsMargins(0, edge, 0, edge);
    grid->setHorizontalSpacing(size::betweenControls);
    grid->setVerticalSpacing(size::inControl);
    grid->setColumnStretch(2, 1);
    m_shape = new ShapeIcon(theme);
    m_word = new TextLabel(theme, check.result == CheckResult::Pass ? Type::Body : Type::BodyBold);
    m_word->setObjectName(QStringLiteral("result"));
    m_word->setMinimumWidth(textWidth(*this, wordCharacters));
    grid->addWidget(m_shape, 0, 0);
    grid->addWidget(m_word, 0, 1);
    buildHead(*grid);
    m_column = new QVBoxLayout;
    m_column->setSpacing(size::inControl);
    grid->addLayout(m_column, 1, 2, 1, 3);
    if (check.result != CheckResult::Pass) buildValues(m_column);
    if (check.result == CheckResult::Block) buildOverride(m_column, consequence);
    buildDetails(m_column);
    showResult();
}

bool CheckItem::blocking() const { return m_check.result == CheckResult::Block && !m_overridden; }

void CheckItem::setTyped(const QString& text)
{
    if (m_typed) m_typed->setText(text);
}

QString CheckItem::typed() const { return m_typed ? m_typed->text() : QString(); }

// A check that passes takes one line. Any other also shows the found and the expected value.
void CheckItem::buildHead(QGridLayout& grid)
{
    const bool pass = m_check.result == CheckResult::Pass;
    auto* title = makeParagraph(m_theme, tables::translated(m_check.title), pass ? Type::Body : Type::BodyBold);
    title->setObjectName(QStringLiteral("title"));
    m_toggle = new QToolButton;
    m_toggle->setObjectName(QStringLiteral("details"));
    m_toggle->setText(tr("Details"));
    m_toggle->setAccessibleName(tr("Details of: %1").arg(title->text()));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    grid.addWidget(title, 0, 2);
    grid.addWidget(m_toggle, 0, 4);
    if (!pass) {
        m_recheck = new QPushButton(tr("Recheck"));
        m_recheck->setObjectName(QStringLiteral("recheckOne"));
        m_recheck->setAccessibleName(tr("Recheck: %1").arg(title->text()));
        m_recheck->setFlat(true);
        m_recheck->setAutoDefault(false);
        grid.addWidget(m_recheck, 0, 3, Qt::AlignRight | Qt::AlignVCenter);
        connect(m_recheck, &QPushButton::clicked, this, &CheckItem::recheckRequested);
        return;
    }
    auto* found = new TextLabel(m_theme, Type::Secondary, Role::Muted, tables::translated(m_check.found));
    found->setObjectName(QStringLiteral("found"));
    found->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    found->setElide(Qt::ElideRight);
    grid.addWidget(found, 0, 3);
    grid.setColumnStretch(3, 1);
}

void CheckItem::addBelow(QWidget* widget) { m_column->addWidget(widget); }

void CheckItem::showReading()
{
    m_shape->setShape(tables::Shape::StepRunning, tr("reading…"));
    m_word->setText(tr("Reading…"));
    m_word->setRole(Theme::roleOf(tables::Shape::StepRunning));
}

void CheckItem::focusRecheck()
{
    auto* focus = m_recheck ? static_cast<QWidget*>(m_recheck) : m_toggle;
    focus->setFocus(Qt::OtherFocusReason);
}

void CheckItem::buildValues(QVBoxLayout* column)
{
    auto* values = new QGridLayout;
    values->setHorizontalSpacing(size::betweenControls);
    values->setVerticalSpacing(0);
    values->setColumnStretch(1, 1);
    const auto add = [&](int at, const QString& name, const domain::LocalizableText& value) {
        if (value.empty()) return;
        values->addWidget(makeMutedParagraph(m_theme, name), at, 0, Qt::AlignTop);
        values->addWidget(valueLabel(m_theme, value), at, 1);
    };
    add(0, tr("Found"), m_check.found);
    add(1, tr("Expected"), m_check.expected);
    column->addLayout(values);
}

void CheckItem::buildDetails(QVBoxLayout* column)
{
    m_details = new QWidget;
    m_details->setObjectName(QStringLiteral("evidence"));
    auto* inside = new QVBoxLayout(m_details);
    inside->setContentsMargins(0, size::inControl, 0, 0);
    inside->setSpacing(size::inControl);
    if (m_check.result == CheckResult::Pass && !m_check.expected.empty()) {
        inside->addWidget(makeMutedParagraph(m_theme, tr("Expected: %1").arg(tables::translated(m_check.expected))));
    }
    if (!m_check.why.empty())
        inside->addWidget(makeMutedParagraph(m_theme, tr("Why it matters: %1").arg(tables::translated(m_check.why))));
    QStringList lines;
    for (const auto& line : m_check.evidence)
        lines << tables::plainText(line);
    if (!lines.isEmpty()) {
        auto* evidence = makeParagraph(m_theme, lines.join(u'\n'), Type::Command);
        evidence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        inside->addWidget(evidence);
    }
    auto* read = makeMutedParagraph(m_theme, tr("Read at %1").arg(tables::timeText(m_check.at)));
    read->setToolTip(tables::toolTipText(tables::timeToolTip(m_check.at)));
    inside->addWidget(read);
    m_details->hide();
    column->addWidget(m_details);
    connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
}

void CheckItem::buildOverride(QVBoxLayout* column, const QString& consequence)
{
    column->addWidget(makeParagraph(m_theme, consequence));
    if (!m_check.overridable) {
        column->addWidget(makeMutedParagraph(m_theme, tr("This cannot be overridden. Put it right, then recheck.")));
        return;
    }
    const QString server = tables::plainText(m_server.text());
    auto* line = new QHBoxLayout;
    auto* ask = new TextLabel(m_theme, Type::Body, Role::Text,
                              tr("To go on despite this, type the server's name, %1:").arg(server));
    m_typed = new QLineEdit;
    m_typed->setObjectName(QStringLiteral("override"));
    m_typed->setAccessibleName(tr("Type %1 to override: %2").arg(server, tables::translated(m_check.title)));
    m_typed->setMaximumWidth(textWidth(*this, 30));
    ask->setBuddy(m_typed);
    line->addWidget(ask);
    line->addWidget(m_typed, 1);
    line->addStretch(1);
    column->addLayout(line);
    connect(m_typed, &QLineEdit::textChanged, this, &CheckItem::onTyped);
}

void CheckItem::onTyped(const QString& text)
{
    const bool matches = text.trimmed().compare(tables::plainText(m_server.text()), Qt::CaseInsensitive) == 0;
    if (matches == m_overridden) return;
    m_overridden = matches;
    showResult();
    emit overriddenChanged();
}

void CheckItem::showResult()
{
    const QString word = m_overridden ? tr("Overridden") : tables::wordOf(m_check.result);
    const auto shown = m_overridden ? CheckResult::Warn : m_check.result;
    m_shape->setShape(tables::shapeOf(shown), word);
    m_word->setText(word);
    m_word->setWordWrap(true);
    m_word->setRole(Theme::roleOf(tables::shapeOf(shown)));
    setAccessibleName(tr("%1: %2").arg(word, tables::translated(m_check.title)));
    setAccessibleDescription(tables::translated(m_check.found));
}

} // namespace drydock::ui
