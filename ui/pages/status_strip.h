// The window's bottom line: the run under way, how old what is seen is, and whom we are connected to.
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

    // Empty: no run. The ring turns while the run goes on, and stands while it waits for an answer.
    void setActivity(const QString& text, bool goesOn = true);
    enum class Freshness { None, Refreshing, Fresh, Partial, Stale }; // Partial: something could not be read
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
