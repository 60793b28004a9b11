// Turns the ring of what is running, one turn in 1.2 s; stands still where the system asks for reduced motion.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

class QWidget;

namespace drydock::ui {

class SpinnerAnimation : public QObject
{
    Q_OBJECT

public:
    explicit SpinnerAnimation(QWidget& widget); // also the parent

    // Whether there is something to turn; it does while the widget is seen. To be told again when the widget is shown
    // or hidden.
    void setWanted(bool wanted);
    [[nodiscard]] bool turning() const { return m_timer.isActive(); }
    [[nodiscard]] qreal angle() const; // degrees

signals:
    void turned(); // time to draw again

private:
    QWidget& m_widget;
    QTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace drydock::ui
