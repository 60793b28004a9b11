// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Keeps one snapshot current, at an interval and on demand. After a failed refresh the old snapshot stays, marked
// stale. After a refused user or password (domain::needsNewCredentials) nothing is read by itself any more.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/error.h"
#include "model/ports/exchange_gateway.h"

#include <QObject>

#include <memory>
#include <optional>

namespace drydock::controllers {

// Use it on the thread that it lives on; its signals are emitted there. The gateway reads on its own thread. Deleting
// this object drops the answer of a refresh.
class RefreshController : public QObject
{
    Q_OBJECT

public:
    explicit RefreshController(QObject* parent = nullptr);
    ~RefreshController() override;

    // Drops the snapshot and the answer of a running refresh, then refreshes. nullptr: stops refreshing.
    void setGateway(std::shared_ptr<ports::ExchangeGateway> gateway);
    // Sets the time from the end of one refresh to the start of the next. 0 means on demand only.
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const;
    [[nodiscard]] domain::SnapshotPtr snapshot() const; // nullptr before the first refresh has ended
    [[nodiscard]] bool refreshing() const;
    [[nodiscard]] bool stale() const; // the last refresh failed, and the snapshot is older
    [[nodiscard]] std::optional<domain::Error> lastError() const;

public slots:
    // Refreshes on demand, and asks nodes again that refused before. Does nothing while a refresh is under way.
    void refresh();

signals:
    // Reports what has been read so far, while the first snapshot is being read.
    void partRead(const drydock::domain::SnapshotPtr& snapshot);
    void snapshotChanged(const drydock::domain::SnapshotPtr& snapshot);
    void refreshFailed(const drydock::domain::Error& error);
    void refreshingChanged(bool refreshing);
    void staleChanged(bool stale);

private:
    void read(ports::ReadScope scope);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::controllers
