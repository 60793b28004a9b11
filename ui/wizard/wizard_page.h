// What the five pages of the wizard have in common: heading, a line on what the page is about, a body that can scroll.
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
    // Right of the heading, for the page's own small actions.
    [[nodiscard]] QHBoxLayout* headingRow() const { return m_headingRow; }
    // Between heading and body; does not scroll.
    [[nodiscard]] QVBoxLayout* fixedPart() const { return m_fixed; }
    // For a page that is read by scrolling: the keyboard begins there.
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
