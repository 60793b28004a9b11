// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The placeholder of a page without content: one muted sentence in the middle and, optionally, one button.
#pragma once

#include "ui/widgets/text_label.h"

class QPushButton;

namespace drydock::ui {

class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(const Theme& theme, QWidget* parent = nullptr);

    // Without a button text the button is hidden.
    void setText(const QString& sentence, const QString& button = {});
    [[nodiscard]] QString text() const { return m_sentence->text(); }

signals:
    void clicked(); // the button was pressed

private:
    TextLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace drydock::ui
