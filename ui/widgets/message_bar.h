// An error that stays until it is dismissed: heading, when, what it means, what to do, details to unfold and to copy.
#pragma once

#include "model/domain/time.h"
#include "ui/widgets/card.h"
#include "ui/widgets/error_text.h"

class QPlainTextEdit;

namespace drydock::ui {

class TextLabel;

class MessageBar : public Card
{
    Q_OBJECT

public:
    MessageBar(const Theme& theme, const ErrorText& text, domain::Time when, QWidget* parent = nullptr);

    // The same thing has happened, perhaps with other details: it is counted, the last ones are shown.
    [[nodiscard]] bool repeats(const ErrorText& text) const;
    void repeat(const ErrorText& text, domain::Time when);
    [[nodiscard]] const ErrorText& text() const { return m_text; }

signals:
    void dismissed();

private:
    QHBoxLayout* makeButtons();
    void copy() const;
    void showTimes();

    ErrorText m_text;
    domain::Time m_last;
    int m_times = 1;
    TextLabel* m_when;
    QPlainTextEdit* m_details;
};

} // namespace drydock::ui
