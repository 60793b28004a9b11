// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A large button drawn as a card with a heading and an explaining sentence.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace drydock::ui {

class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    // An ampersand in `heading` marks the mnemonic.
    ChoiceCard(const Theme& theme, const QString& heading, const QString& sentence, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_sentence;
};

} // namespace drydock::ui
