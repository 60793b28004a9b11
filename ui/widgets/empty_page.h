// An empty page: one sentence and, where something can be done about it, one button; centred and muted.
#pragma once

#include "ui/widgets/text_label.h"

class QPushButton;

namespace drydock::ui {

class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(const Theme& theme, QWidget* parent = nullptr);

    void setText(const QString& sentence, const QString& button = {}); // no button text: no button
    [[nodiscard]] QString text() const { return m_sentence->text(); }

signals:
    void clicked();

private:
    TextLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace drydock::ui
