// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// An error or a decision shown inside its window: heading, meaning, advice, foldable details and choices.
#pragma once

#include "model/domain/time.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_text.h"

#include <QFrame>

class QAbstractButton;
class QBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace drydock::ui {

class ShapeIcon;
class TextLabel;

class InlineMessage : public QFrame
{
    Q_OBJECT

public:
    // A bar is compact, has its buttons beside the text and can be dismissed. On a page and in a narrow column the
    // frame has the colour of the shape; such a message is hidden until show() is called. The choices stand below the
    // text, in a column one below the other and without the details.
    enum class Place { Bar, Page, Column };
    InlineMessage(const Theme& theme, Place place, QWidget* parent = nullptr);

    void setText(const ErrorText& text, tables::Shape shape = tables::Shape::StepFailed);
    [[nodiscard]] const ErrorText& text() const { return m_text; }
    [[nodiscard]] Place place() const { return m_place; }
    // Shows when the error occurred last and how often it has occurred. Until the first call that line is hidden.
    void setTime(domain::Time last, int times = 1);
    // Adds a button after the earlier ones. Not for bars. This object owns the button.
    QPushButton* addChoice(const QString& text, const QString& objectName);

signals:
    // The user dismissed the message. It stays visible until its owner removes it.
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void layOutBar();
    void layOutPage();
    void describe();
    void copy() const;

    const Theme& m_theme;
    const Place m_place;
    ErrorText m_text;
    tables::Shape m_shape = tables::Shape::StepFailed;
    ShapeIcon* m_icon;
    TextLabel* m_heading;
    TextLabel* m_time;
    TextLabel* m_meaning;
    TextLabel* m_advice;
    QPlainTextEdit* m_details;
    QAbstractButton* m_toggle = nullptr;
    QAbstractButton* m_copy = nullptr;
    QBoxLayout* m_choices = nullptr; // null for a bar
};

} // namespace drydock::ui
