// A large button that says what it leads to: a heading and a sentence, drawn as a card.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace drydock::ui {

class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    // `heading` may hold a mnemonic.
    ChoiceCard(const Theme& theme, const QString& heading, const QString& sentence, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_sentence;
};

} // namespace drydock::ui
