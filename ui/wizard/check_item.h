// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One pre-flight check in the list: result, expected and found values, foldable evidence, and the override of a block.
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
    // `consequence` says in one sentence what an override of this block leads to.
    CheckItem(const Theme& theme, const maintenance::Check& check, const domain::ServerName& server,
              const QString& consequence, QWidget* parent = nullptr);

    [[nodiscard]] const maintenance::Check& check() const { return m_check; }
    [[nodiscard]] bool overridden() const { return m_overridden; }
    // True when the check blocks and is not overridden.
    [[nodiscard]] bool blocking() const;
    // Restores the server name that was typed before the same check was read again.
    void setTyped(const QString& text);
    [[nodiscard]] QString typed() const;

    // Adds a widget below the found and the expected value, in their column. This object owns it.
    void addBelow(QWidget* widget);

    void showReading();  // shows that the check is being read again
    void focusRecheck(); // focuses the Recheck button, or Details if the check passes

signals:
    void overriddenChanged(); // the typed name has begun or ceased to match
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
    QVBoxLayout* m_column = nullptr; // below the title
    QWidget* m_details = nullptr;
    QToolButton* m_toggle = nullptr;
    QPushButton* m_recheck = nullptr; // null if the check passes
    QLineEdit* m_typed = nullptr;
};

} // namespace drydock::ui
