// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Tells somebody who is away from the screen that a run needs the operator or is over: by a webhook, and by a program
// of the operator's. A failed delivery does not delay a run.
#pragma once

#include "model/controllers/notification_receivers.h"
#include "model/maintenance/notification.h"
#include "model/ports/webhook.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <vector>

namespace drydock::controllers {

// Use it on the thread that it lives on; its signals are emitted there.
class Notifier : public QObject
{
    Q_OBJECT

public:
    // The waits before a webhook is tried again that does not answer, or answers 429 or 5xx: one for each further try.
    using Pauses = std::vector<std::chrono::milliseconds>;
    explicit Notifier(ports::PostWebhook post, QObject* parent = nullptr,
                      Pauses pauses = {std::chrono::seconds(10), std::chrono::seconds(60)});
    ~Notifier() override; // drops what has not been delivered; a program that was started goes on

    // What is under way still goes to the receivers from before. Errors: those of checkReceivers(), which leave none.
    domain::Result<> setReceivers(NotificationReceivers receivers, domain::Secret headerValue);
    [[nodiscard]] const NotificationReceivers& receivers() const;
    // Returns what the webhook would get.
    [[nodiscard]] QByteArray bodyOf(const maintenance::Notification& notification) const;

    // Sends to each receiver.
    void send(const maintenance::Notification& notification);
    [[nodiscard]] bool busy() const; // something is still under way

signals:
    void delivered(const QString& receiver);
    void failed(const drydock::domain::Error& error); // for one receiver, after its last try
    void idle();                                      // nothing is under way any more

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::controllers
