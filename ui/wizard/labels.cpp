#include "ui/wizard/labels.h"

#include <QFrame>

namespace drydock::ui {

QLabel* makeLabel(const QString& text, Type type)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setFont(font(type));
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

QLabel* makeMuted(const QString& text, Type type)
{
    auto* label = makeLabel(text, type);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel* makeCommand(const QString& text)
{
    auto* label = makeLabel(text, Type::Command);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QWidget* makeRule()
{
    auto* rule = new QFrame;
    rule->setFixedHeight(1);
    rule->setBackgroundRole(QPalette::Mid);
    rule->setAutoFillBackground(true);
    return rule;
}

} // namespace drydock::ui
