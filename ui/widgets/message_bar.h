// An error that stays until it is dismissed: heading, what it means, what to do, details to unfold and to copy.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/error_text.h"

class QPlainTextEdit;
class QToolButton;

namespace drydock::ui {

class MessageBar : public Card
{
    Q_OBJECT

public:
    MessageBar(const Theme& theme, const ErrorText& text, QWidget* parent = nullptr);

    [[nodiscard]] const ErrorText& text() const { return m_text; }

signals:
    void dismissed();

private:
    QHBoxLayout* makeButtons();
    void copy() const;

    ErrorText m_text;
    QPlainTextEdit* m_details;
};

} // namespace drydock::ui
