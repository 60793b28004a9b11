// A message that stays until it is settled: what happened, what it means, what to do, details to unfold and copy,
// choices.
#pragma once

#include "model/domain/error.h"
#include "ui/wizard/labels.h"

#include <QFrame>

class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace drydock::ui {

class Notice : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(const Theme& theme, QWidget* parent = nullptr);

    struct Texts {
        tables::Shape shape = tables::Shape::StepFailed;
        QString heading; // what happened
        QString meaning;
        QString advice;
        QString details; // for the expert; may be empty
        bool operator==(const Texts&) const = default;
    };
    void setTexts(const Texts& texts);
    [[nodiscard]] const Texts& texts() const { return m_texts; }
    // A choice, in the order added.
    QPushButton* addChoice(const QString& text, const QString& objectName);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void copyDetails();

    const Theme& m_theme;
    Texts m_texts;
    ShapeIcon* m_shape = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_meaning = nullptr;
    QLabel* m_advice = nullptr;
    QPlainTextEdit* m_details = nullptr;
    QToolButton* m_toggle = nullptr;
    QToolButton* m_copy = nullptr;
    QHBoxLayout* m_choices = nullptr;
};

// An error in these texts.
[[nodiscard]] Notice::Texts errorTexts(const domain::Error& error);

} // namespace drydock::ui
