// A quiet box: one line around it, a bold title, what belongs together inside.
#pragma once

#include "ui/widgets/text_label.h"

#include <QFrame>
#include <QVBoxLayout>

namespace drydock::ui {

class Card : public QFrame
{
    Q_OBJECT

public:
    // An empty title: no head.
    Card(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout& body() { return *m_body; }
    // Right of the title.
    void setTrailing(const QString& text);
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

// A thin line between two things in a card.
[[nodiscard]] QWidget* makeRule();

} // namespace drydock::ui
