// Ctrl+C and termination as a signal of the event loop; the listener counts them. They are ignored from the end of this
// object to the end of the process, which closes its sessions meanwhile.
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
