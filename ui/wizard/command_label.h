// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows commands in the fixed-width font. Lines are broken between parameters with PowerShell's line continuation, so
// that the text can be copied and run.
#pragma once

#include "ui/widgets/text_label.h"

#include <QStringList>

namespace drydock::ui {

class CommandLabel : public QLabel
{
    Q_OBJECT

public:
    explicit CommandLabel(QWidget* parent = nullptr);

    void setCommands(const QStringList& commands);
    [[nodiscard]] QStringList commands() const { return m_commands; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QStringList broken(int width) const;

    QStringList m_commands;
};

} // namespace drydock::ui
