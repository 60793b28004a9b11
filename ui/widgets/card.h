// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A frame with a bold title, used to group what belongs together.
#pragma once

#include "ui/widgets/text_label.h"

#include <QFrame>
#include <QVBoxLayout>

namespace drydock::ui {

class Card : public QFrame
{
    Q_OBJECT

public:
    // With an empty title the card has no title row.
    Card(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout& body() { return *m_body; }
    void setTrailing(const QString& text); // muted text at the right of the title
    // Adds a widget at the right end of the title row. The card takes ownership.
    void addToHead(QWidget* widget);

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QHBoxLayout* m_head = nullptr;
    TextLabel* m_trailing = nullptr;
    QVBoxLayout* m_body = nullptr;
};

// Returns a thin horizontal line to separate two parts of a card. The layout it is added to takes ownership.
[[nodiscard]] QWidget* makeRule();

} // namespace drydock::ui
