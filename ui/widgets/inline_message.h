// A message in the window it is about: what happened, what it means, what to do, details to unfold and to copy, and
// choices. It stays until it is dismissed or settled.
#pragma once

#include "model/domain/time.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_text.h"

#include <QFrame>

class QAbstractButton;
class QHBoxLayout;
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
    // Bar: compact, its buttons beside the text; it can be dismissed. Page: its edge has the colour of the shape, the
    // choices stand below the text, and it is hidden until it is shown.
    enum class Place { Bar, Page };
    InlineMessage(const Theme& theme, Place place, QWidget* parent = nullptr);

    void setText(const ErrorText& text, tables::Shape shape = tables::Shape::StepFailed);
    [[nodiscard]] const ErrorText& text() const { return m_text; }
    // When it happened, and how often; shown from the first call on.
    void setTime(domain::Time last, int times = 1);
    // On a page: another choice, right of the earlier ones.
    QPushButton* addChoice(const QString& text, const QString& objectName);

signals:
    void dismissed(); // the operator wants it gone; it does not hide itself

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
    QHBoxLayout* m_choices = nullptr; // of a page
};

} // namespace drydock::ui
