// Ctrl+C and termination as a signal of the event loop; how often it came and when is for the listener to count.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace drydock::ctl {

class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject* parent = nullptr); // one at a time in a process
    ~Interrupt() override;

signals:
    void requested();

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace drydock::ctl
