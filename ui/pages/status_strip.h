// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The status bar: the current run, the age of what is shown, and the connection.
#pragma once

#include "ui/theme/theme.h"

#include <QStatusBar>

class QPushButton;

namespace drydock::ui {

class ShapeIcon;
class TextLabel;

class StatusStrip : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(const Theme& theme, QWidget* parent = nullptr);

    // Shows the current run; an empty text hides it. The ring turns while the run works; a run that asks for a decision
    // is shown in the strongest colour.
    enum class Activity { Working, Resting, Asking };
    void setActivity(const QString& text, Activity activity = Activity::Working);
    enum class Freshness { None, Refreshing, Fresh, Partial, Stale }; // Partial: a part could not be read
    void setFreshness(Freshness freshness, const QString& text, const QString& toolTip = {});
    void setConnection(const QString& text);
    [[nodiscard]] QString activity() const;

signals:
    void showRunRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    ShapeIcon* m_activityIcon;
    TextLabel* m_activity;
    QPushButton* m_showRun;
    ShapeIcon* m_freshIcon;
    TextLabel* m_fresh;
    TextLabel* m_connection;
};

} // namespace drydock::ui
