#include "ui/widgets/message_bar.h"

#include "model/tables/text.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/time_text.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>

namespace drydock::ui {
namespace {

constexpr int detailLines = 6;

} // namespace

MessageBar::MessageBar(const Theme& theme, const ErrorText& text, domain::Time when, QWidget* parent)
    : Card(theme, {}, parent), m_text(text), m_last(when),
      m_when(new TextLabel(theme, Type::Secondary, Role::Muted, {}, this)),
      m_details(new QPlainTextEdit(text.details, this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(text.heading);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* icon = new ShapeIcon(theme, this);
    icon->setShape(tables::Shape::StepFailed, tr("error"));
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    auto* heading = new TextLabel(theme, Type::BodyBold, Role::Text, text.heading, this);
    heading->setWordWrap(true);
    auto* first = new QHBoxLayout;
    first->setSpacing(size::betweenGroups);
    first->addWidget(heading, 1);
    first->addWidget(m_when, 0, Qt::AlignTop);
    column->addLayout(first);
    for (const auto& line : {text.meaning, text.advice}) {
        auto* label = new TextLabel(theme, Type::Body, &line == &text.meaning ? Role::Text : Role::Muted, line, this);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(size::betweenControls);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    row->addLayout(makeButtons());
    body().addLayout(row);

    m_details->setReadOnly(true);
    m_details->setFont(ui::font(Type::Command));
    m_details->setAccessibleName(tr("Details of the error"));
    m_details->setFixedHeight(m_details->fontMetrics().lineSpacing() * detailLines);
    m_details->setTabChangesFocus(true);
    m_details->hide();
    body().addWidget(m_details);
    m_when->setObjectName(QStringLiteral("when"));
    showTimes();
}

bool MessageBar::repeats(const ErrorText& text) const
{
    return m_text.heading == text.heading && m_text.meaning == text.meaning && m_text.advice == text.advice;
}

void MessageBar::repeat(const ErrorText& text, domain::Time when)
{
    m_text = text;
    m_last = when;
    ++m_times;
    if (m_details->toPlainText() != text.details) m_details->setPlainText(text.details);
    showTimes();
}

void MessageBar::showTimes()
{
    const auto when = clockText(m_last);
    m_when->setText(m_times == 1 ? when : tr("%n times, last at %1", nullptr, m_times).arg(when));
    m_when->setToolTip(tables::timeToolTip(m_last));
    setAccessibleDescription(QStringList{m_when->text(), m_text.meaning, m_text.advice}.join(QLatin1Char(' ')));
}

QHBoxLayout* MessageBar::makeButtons()
{
    auto* details = new QPushButton(tr("D&etails"), this);
    details->setCheckable(true);
    details->setObjectName(QStringLiteral("details"));
    auto* copyButton = new QPushButton(tr("Cop&y"), this);
    copyButton->setObjectName(QStringLiteral("copy"));
    copyButton->setToolTip(tr("Copies the message with its details"));
    auto* dismiss = new QPushButton(tr("&Dismiss"), this);
    dismiss->setObjectName(QStringLiteral("dismiss"));
    auto* row = new QHBoxLayout;
    row->setSpacing(size::betweenControls);
    for (auto* button : {details, copyButton, dismiss})
        row->addWidget(button, 0, Qt::AlignTop);
    connect(details, &QPushButton::toggled, m_details, &QWidget::setVisible);
    connect(copyButton, &QPushButton::clicked, this, &MessageBar::copy);
    connect(dismiss, &QPushButton::clicked, this, &MessageBar::dismissed);
    return row;
}

void MessageBar::copy() const
{
    QApplication::clipboard()->setText(
        QStringList{m_text.heading, m_when->text(), m_text.meaning, m_text.advice, m_text.details}.join(
            QLatin1Char('\n')));
}

} // namespace drydock::ui
