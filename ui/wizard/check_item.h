// One pre-flight check: icon and word, expected and found, evidence to unfold, and where it blocks, the override.
#pragma once

#include "model/maintenance/preflight.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QFrame>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace drydock::ui {

class CheckItem : public QFrame
{
    Q_OBJECT

public:
    // `consequence`: what it means to go on despite a block, in one plain sentence.
    CheckItem(const Theme& theme, const maintenance::Check& check, const domain::ServerName& server,
              const QString& consequence, QWidget* parent = nullptr);

    [[nodiscard]] const maintenance::Check& check() const { return m_check; }
    [[nodiscard]] bool overridden() const { return m_overridden; }
    // A block that keeps the wizard from going on.
    [[nodiscard]] bool blocking() const;
    // Takes a typed name over from an earlier reading of the same check.
    void setTyped(const QString& text);
    [[nodiscard]] QString typed() const;

    // Being read again, at the wish of this row.
    void showReading();
    void focusRecheck();

signals:
    void overriddenChanged();
    void recheckRequested();

private:
    void buildHead(QGridLayout& grid);
    void buildValues(QVBoxLayout* column);
    void buildDetails(QVBoxLayout* column);
    void buildOverride(QVBoxLayout* column, const QString& consequence);
    void onTyped(const QString& text);
    void showResult();

    const Theme& m_theme;
    maintenance::Check m_check;
    domain::ServerName m_server;
    bool m_overridden = false;
    ShapeIcon* m_shape = nullptr;
    TextLabel* m_word = nullptr;
    QWidget* m_details = nullptr;
    QToolButton* m_toggle = nullptr;
    QPushButton* m_recheck = nullptr; // where it does not pass
    QLineEdit* m_typed = nullptr;
};

} // namespace drydock::ui
