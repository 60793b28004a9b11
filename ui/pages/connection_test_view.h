// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows the test of a connection: one line a stage, with shape, word and what was found.
#pragma once

#include "model/controllers/connection_diagnosis.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QGridLayout;

namespace drydock::ui {

class ConnectionTestView : public QScrollArea
{
    Q_OBJECT

public:
    explicit ConnectionTestView(const Theme& theme, QWidget* parent = nullptr);

    void begin(); // removes the lines of the test before, and shows that one is under way
    void add(const controllers::StageReport& report);
    void end();

    [[nodiscard]] QSize sizeHint() const override;

private:
    void addLine(tables::Shape shape, const QString& word, const QString& stage, const QString& text);

    const Theme& m_theme;
    QGridLayout* m_grid = nullptr;
    int m_rows = 0;
};

// Returns the stage as people read it: "Port", "Node MAIL".
[[nodiscard]] QString stageText(const controllers::StageReport& report);

} // namespace drydock::ui
