#include "ui/wizard/notice.h"

#include "model/tables/shapes.h"
#include "ui/widgets/error_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr int edgeWidth = 4;
constexpr int detailLines = 6;

QToolButton* makeTool(const QString& text, const QString& objectName)
{
    auto* button = new QToolButton;
    button->setObjectName(objectName);
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

Notice::Notice(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("notice"));
    m_shape = new ShapeIcon(theme);
    m_heading = makeLabel({}, Type::BodyBold);
    m_heading->setObjectName(QStringLiteral("noticeHeading"));
    m_meaning = makeLabel({});
    m_advice = makeLabel({});
    m_details = new QPlainTextEdit;
    m_details->setObjectName(QStringLiteral("noticeDetails"));
    m_details->setAccessibleName(tr("Details"));
    m_details->setReadOnly(true);
    m_details->setFont(ui::font(Type::Command));
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(m_details->fontMetrics().height() * detailLines + size::inCard);
    m_details->hide();
    m_toggle = makeTool(tr("Details"), QStringLiteral("noticeToggle"));
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    m_copy = makeTool(tr("Copy details"), QStringLiteral("noticeCopy"));
    m_choices = new QHBoxLayout;
    m_choices->setSpacing(size::betweenControls);
    m_choices->addStretch(1);
    m_choices->addWidget(m_toggle);
    m_choices->addWidget(m_copy);

    auto* text = new QVBoxLayout;
    text->setSpacing(size::inControl);
    for (QWidget* widget : {static_cast<QWidget*>(m_heading), static_cast<QWidget*>(m_meaning),
                            static_cast<QWidget*>(m_advice), static_cast<QWidget*>(m_details)})
        text->addWidget(widget);
    text->addLayout(m_choices);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(size::inCard + edgeWidth, size::inCard, size::inCard, size::inCard);
    row->setSpacing(size::betweenControls);
    row->addWidget(m_shape, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_copy, &QToolButton::clicked, this, &Notice::copyDetails);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void Notice::setTexts(const Texts& texts)
{
    if (m_texts == texts) return;
    m_texts = texts;
    m_shape->setShape(texts.shape, tables::wordOf(texts.shape));
    m_heading->setText(texts.heading);
    m_meaning->setText(texts.meaning);
    m_meaning->setVisible(!texts.meaning.isEmpty());
    m_advice->setText(texts.advice);
    m_advice->setVisible(!texts.advice.isEmpty());
    m_details->setPlainText(texts.details);
    m_toggle->setVisible(!texts.details.isEmpty());
    m_copy->setVisible(!texts.details.isEmpty());
    if (texts.details.isEmpty()) m_toggle->setChecked(false);
    setAccessibleName(texts.heading);
    setAccessibleDescription(texts.meaning + u' ' + texts.advice);
    update();
}

QPushButton* Notice::addChoice(const QString& text, const QString& objectName)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    // Choices stand left of the stretch, details right of it.
    m_choices->insertWidget(m_choices->count() - 3, button);
    return button;
}

void Notice::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Role::Line));
    painter.setBrush(m_theme.color(Role::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::cardRadius, size::cardRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::roleOf(m_texts.shape)));
    painter.drawRoundedRect(QRectF(0, 0, edgeWidth, height()), edgeWidth / 2.0, edgeWidth / 2.0);
}

void Notice::copyDetails()
{
    const QStringList lines{m_texts.heading, m_texts.meaning, m_texts.advice, m_texts.details};
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

Notice::Texts errorTexts(const domain::Error& error)
{
    const auto text = errorText(error);
    return {tables::Shape::StepFailed, text.heading, text.meaning, text.advice, text.details};
}

} // namespace drydock::ui
