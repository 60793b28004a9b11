// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Drives the rotation of a progress ring, one turn in 1.2 s. It does not run where the system asks for reduced motion.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

class QWidget;

namespace drydock::ui {

class SpinnerAnimation : public QObject
{
    Q_OBJECT

public:
    explicit SpinnerAnimation(QWidget& widget); // `widget` becomes the parent

    // Starts or stops the rotation. It runs only while the widget is visible, so the widget calls this again in its
    // show and hide events.
    void setWanted(bool wanted);
    [[nodiscard]] bool turning() const { return m_timer.isActive(); }
    [[nodiscard]] qreal angle() const; // degrees, 0 while it does not turn

signals:
    void turned(); // the angle has changed: repaint

private:
    QWidget& m_widget;
    QTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace drydock::ui
