// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/panel.h"

#include "model/tables/shapes.h"

#include <QVBoxLayout>

namespace drydock::ui {

class Panel::Row : public QWidget
{
public:
    explicit Row(const Theme& theme)
    {
        m_shape = new ShapeIcon(theme);
        m_name = new TextLabel(theme, Type::Body);
        m_text = new TextLabel(theme, Type::Secondary, Role::Muted);
        m_text->setElide(Qt::ElideRight);
        m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_row = new QHBoxLayout(this);
        m_row->setContentsMargins(0, 0, 0, 0);
        m_row->setSpacing(size::betweenControls);
        m_row->addWidget(m_shape, 0, Qt::AlignTop);
        m_row->addWidget(m_name);
        m_row->addWidget(m_text, 1);
    }

    void setLine(const PanelLine& line)
    {
        m_shape->setShape(line.shape, tables::wordOf(line.shape));
        m_name->setType(line.bold ? Type::BodyBold : Type::Body);
        m_name->setText(line.name);
        m_text->setText(line.text);
        // A row without text holds a sentence as its name, which may wrap.
        const bool alone = line.text.isEmpty();
        m_name->setWordWrap(alone);
        m_row->setStretchFactor(m_name, alone ? 1 : 0);
        m_text->setVisible(!alone);
        setAccessibleName(line.name + QStringLiteral(": ") + line.text);
    }

private:
    QHBoxLayout* m_row = nullptr;
    ShapeIcon* m_shape = nullptr;
    TextLabel* m_name = nullptr;
    TextLabel* m_text = nullptr;
};

Panel::Panel(const Theme& theme, QWidget* parent) : Card(theme, {}, parent)
{
    m_title = makeParagraph(theme, {}, Type::BodyBold);
    m_age = new TextLabel(theme, Type::Secondary, Role::Muted);
    m_age->hide();
    m_value = new TextLabel(theme, Type::Body);
    auto* head = new QHBoxLayout;
    head->setSpacing(size::betweenControls);
    head->addWidget(m_title, 1);
    head->addWidget(m_age);
    head->addWidget(m_value);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(size::inControl);
    m_below = new QVBoxLayout;
    m_below->setSpacing(size::inControl);
    body().setSpacing(size::betweenControls);
    body().addLayout(head);
    body().addLayout(m_rows);
    body().addLayout(m_below);
    body().addStretch(1);
}

void Panel::setTitle(const QString& title, const QString& value, bool emphasized)
{
    m_title->setText(title);
    m_value->setText(value);
    m_value->setVisible(!value.isEmpty());
    m_value->setType(emphasized ? Type::BodyBold : Type::Body);
    m_value->setRole(emphasized ? Role::Text : Role::Muted);
    setAccessibleName(value.isEmpty() ? title : title + QStringLiteral(": ") + value);
}

void Panel::setAge(const QString& age, bool old)
{
    m_age->setText(age);
    m_age->setRole(old ? Role::Warning : Role::Muted);
    m_age->setVisible(!age.isEmpty());
}

QString Panel::value() const { return m_value->text(); }

QString Panel::age() const { return m_age->text(); }

void Panel::setLines(const QList<PanelLine>& lines)
{
    if (lines == m_lines) return;
    m_lines = lines;
    while (m_widgets.size() > lines.size())
        delete m_widgets.takeLast();
    while (m_widgets.size() < lines.size()) {
        m_widgets.append(new Row(theme()));
        m_rows->addWidget(m_widgets.last());
    }
    for (qsizetype i = 0; i < lines.size(); ++i)
        m_widgets[i]->setLine(lines[i]);
}

} // namespace drydock::ui
