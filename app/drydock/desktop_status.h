// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the desktop shows of the program outside its windows: the progress at its icon in the launcher or the task bar,
// and a notification. Where the desktop cannot show it, nothing happens. Lives on the main thread; no function waits
// for the desktop.
#pragma once

#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace drydock::app {

class DesktopStatus
{
public:
    virtual ~DesktopStatus() = default; // derived classes take back what they show
    // `share` is what is done, from 0 to 1. `asking`: it goes on when the operator has answered.
    virtual void showProgress(double share, bool asking) = 0;
    virtual void hideProgress() = 0;
    // Replaces the notification that is there. Both texts are plain.
    virtual void notify(const QString& heading, const QString& text) = 0;
    virtual void withdraw() = 0; // the notification
};

// Returns the implementation of this platform. The progress is that of `window`, which outlives the result; `clicked`
// is called when the user clicks on the notification.
[[nodiscard]] std::unique_ptr<DesktopStatus> makeDesktopStatus(QWidget& window, std::function<void()> clicked);

} // namespace drydock::app
