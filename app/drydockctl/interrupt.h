// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Turns Ctrl+C (SIGINT) and SIGTERM into a signal of the event loop. At most one object may exist in a process.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace drydock::ctl {

class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject* parent = nullptr);
    // From here on the process ignores both signals, so that it can close its sessions.
    ~Interrupt() override;

signals:
    void requested(); // emitted once for each signal received

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace drydock::ctl
