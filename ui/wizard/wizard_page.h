// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The base of the wizard's pages: a heading, a line of explanation and a scrollable body.
#pragma once

#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QWizardPage>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace drydock::ui {

class WizardPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit WizardPage(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString heading() const;

protected:
    void setHeading(const QString& heading, const QString& about);
    // The row of the heading. A page adds its buttons at the right.
    [[nodiscard]] QHBoxLayout* headingRow() const { return m_headingRow; }
    // The part between heading and body, which does not scroll.
    [[nodiscard]] QVBoxLayout* fixedPart() const { return m_fixed; }
    // Focuses the body, so that the keyboard scrolls it.
    void focusBody();
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    [[nodiscard]] const Theme& theme() const { return m_theme; }

private:
    const Theme& m_theme;
    QHBoxLayout* m_headingRow = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_fixed = nullptr;
    QVBoxLayout* m_body = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_about = nullptr;
};

} // namespace drydock::ui
