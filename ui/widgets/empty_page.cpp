// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/empty_page.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace drydock::ui {

EmptyPage::EmptyPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_sentence(new TextLabel(theme, Type::Body, Role::Muted, {}, this)),
      m_button(new QPushButton(this))
{
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_button->hide();
    setFocusProxy(m_button); // a hidden button takes no focus
    auto* column = new QVBoxLayout(this);
    column->setSpacing(size::inCard);
    column->addStretch(2);
    column->addWidget(m_sentence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyPage::clicked);
}

void EmptyPage::setText(const QString& sentence, const QString& button)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace drydock::ui
