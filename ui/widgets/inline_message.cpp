// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/inline_message.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr int edgeWidth = 6;
constexpr qreal strongFrame = 2;
constexpr int detailLines = 6;
constexpr int barSpacing = 2; // px between the lines of a bar

QToolButton* makeTool(const QString& text)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

InlineMessage::InlineMessage(const Theme& theme, Place place, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_place(place), m_icon(new ShapeIcon(theme, this)),
      m_heading(makeParagraph(theme, {}, Type::BodyBold)),
      m_time(new TextLabel(theme, Type::Secondary, Role::Muted, {}, this)), m_meaning(makeParagraph(theme)),
      m_advice(makeParagraph(theme)), m_details(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("inlineMessage"));
    m_heading->setObjectName(QStringLiteral("heading"));
    m_time->setObjectName(QStringLiteral("when"));
    m_time->hide();
    m_details->setAccessibleName(tr("Details of the error"));
    m_details->setReadOnly(true);
    m_details->setFont(ui::font(Type::Command));
    m_details->setTabChangesFocus(true);
    m_details->hide();
    if (place == Place::Bar)
        layOutBar();
    else
        layOutPage();
    m_toggle->setObjectName(QStringLiteral("toggleDetails"));
    m_toggle->setCheckable(true);
    m_copy->setObjectName(QStringLiteral("copyMessage"));
    m_copy->setToolTip(tr("Copies the message with its details"));
    connect(m_toggle, &QAbstractButton::toggled, m_details, &QWidget::setVisible);
    connect(m_copy, &QAbstractButton::clicked, this, &InlineMessage::copy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void InlineMessage::layOutBar()
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_advice->setRole(Role::Muted);
    m_details->setFixedHeight(m_details->fontMetrics().lineSpacing() * detailLines);
    m_toggle = new QPushButton(tr("D&etails"));
    m_copy = new QPushButton(tr("Cop&y"));
    auto* dismiss = new QPushButton(tr("&Dismiss"));
    dismiss->setObjectName(QStringLiteral("dismiss"));
    connect(dismiss, &QPushButton::clicked, this, &InlineMessage::dismissed);

    auto* first = new QHBoxLayout;
    first->setSpacing(size::betweenGroups);
    first->addWidget(m_heading, 1);
    first->addWidget(m_time, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(barSpacing);
    lines->addLayout(first);
    lines->addWidget(m_meaning);
    lines->addWidget(m_advice);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::betweenControls);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(lines, 1);
    for (QWidget* button :
         {static_cast<QWidget*>(m_toggle), static_cast<QWidget*>(m_copy), static_cast<QWidget*>(dismiss)})
        row->addWidget(button, 0, Qt::AlignTop);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(size::inCard, size::inCard, size::inCard, size::inCard);
    all->setSpacing(size::betweenControls);
    all->addLayout(row);
    all->addWidget(m_details);
}

void InlineMessage::layOutPage()
{
    m_details->setFixedHeight(m_details->fontMetrics().height() * detailLines + size::inCard);
    auto* toggle = makeTool(tr("Details"));
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setArrowType(Qt::RightArrow);
    connect(toggle, &QToolButton::toggled, this,
            [toggle](bool open) { toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow); });
    m_toggle = toggle;
    m_copy = makeTool(tr("Copy details"));
    const bool column = m_place == Place::Column;
    m_choices = new QBoxLayout(column ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_choices->setSpacing(column ? size::inControl : size::betweenControls);
    m_choices->addStretch(1);
    m_choices->addWidget(m_toggle);
    m_choices->addWidget(m_copy);

    auto* lines = new QVBoxLayout;
    lines->setSpacing(size::inControl);
    auto* first = new QHBoxLayout;
    first->addWidget(m_heading, 1);
    first->addWidget(m_time, 0, Qt::AlignTop);
    lines->addLayout(first);
    lines->addWidget(m_meaning);
    lines->addWidget(m_advice);
    lines->addWidget(m_details);
    lines->addLayout(m_choices);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(size::inCard + edgeWidth, size::inCard, size::inCard, size::inCard);
    row->setSpacing(size::betweenControls);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(lines, 1);
    hide();
}

void InlineMessage::setText(const ErrorText& text, tables::Shape shape)
{
    if (m_text == text && m_shape == shape) return;
    m_text = text;
    m_shape = shape;
    m_icon->setShape(shape, tables::wordOf(shape));
    if (m_place != Place::Bar) m_heading->setRole(Theme::roleOf(shape));
    m_heading->setText(text.heading);
    m_meaning->setText(text.meaning);
    m_meaning->setVisible(!text.meaning.isEmpty());
    m_advice->setText(text.advice);
    m_advice->setVisible(!text.advice.isEmpty());
    if (m_details->toPlainText() != text.details) m_details->setPlainText(text.details);
    const bool details = !text.details.isEmpty() && m_place != Place::Column;
    m_toggle->setVisible(details);
    m_copy->setVisible(details);
    if (text.details.isEmpty()) m_toggle->setChecked(false);
    describe();
    update();
}

void InlineMessage::setTime(domain::Time last, int times)
{
    const auto time = clockText(last);
    m_time->setText(times == 1 ? time : tr("%n times, last at %1", nullptr, times).arg(time));
    m_time->setToolTip(tables::timeToolTip(last));
    m_time->show();
    describe();
}

void InlineMessage::describe()
{
    QStringList parts{m_time->text(), m_text.meaning, m_text.advice};
    parts.removeAll(QString());
    setAccessibleName(m_text.heading);
    setAccessibleDescription(parts.join(u' '));
}

QPushButton* InlineMessage::addChoice(const QString& text, const QString& objectName)
{
    Q_ASSERT(m_place != Place::Bar);
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    // The choices stand before the stretch, the details buttons after it.
    m_choices->insertWidget(m_choices->count() - 3, button, 0,
                            m_place == Place::Column ? Qt::AlignLeft : Qt::Alignment());
    return button;
}

void InlineMessage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool bar = m_place == Place::Bar;
    const QColor edge = m_theme.color(bar ? Role::Line : Theme::roleOf(m_shape));
    const qreal width = bar ? 1 : strongFrame;
    painter.setPen(QPen(edge, width));
    painter.setBrush(m_theme.color(Role::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), size::cardRadius,
                            size::cardRadius);
    if (bar) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(edge);
    painter.drawRoundedRect(QRectF(0, 0, edgeWidth, height()), edgeWidth / 2.0, edgeWidth / 2.0);
}

void InlineMessage::copy() const
{
    QStringList lines{m_text.heading, m_time->text(), m_text.meaning, m_text.advice, m_text.details};
    lines.removeAll(QString());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace drydock::ui
