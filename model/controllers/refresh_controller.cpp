// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/refresh_controller.h"

#include "model/controllers/retain_unread_rows.h"
#include "model/domain/error_traits.h"
#include "model/ports/on_finished.h"
#include "model/services/settings.h"

#include <QTimer>

namespace drydock::controllers {

struct RefreshController::Private {
    explicit Private(RefreshController* owner) : q(owner) { timer.setSingleShot(true); }

    void setRefreshing(bool on)
    {
        if (std::exchange(refreshing, on) != on) emit q->refreshingChanged(on);
    }
    void setStale(bool on)
    {
        if (std::exchange(stale, on) != on) emit q->staleChanged(on);
    }
    void startTimer();
    void onSnapshot(const domain::Result<domain::SnapshotPtr>& result);
    void reportParts(const QFuture<domain::Result<domain::SnapshotPtr>>& reading);

    RefreshController* q;
    std::shared_ptr<ports::ExchangeGateway> gateway;
    std::chrono::milliseconds interval = services::setting::refreshInterval.fallback;
    domain::SnapshotPtr snapshot;
    std::optional<domain::Error> lastError;
    quint64 generation = 0;
    bool refreshing = false;
    bool stale = false;
    QTimer timer; // starts at the end of a refresh, so that slow refreshes do not overlap
};

void RefreshController::Private::onSnapshot(const domain::Result<domain::SnapshotPtr>& result)
{
    const auto now = generation;
    setRefreshing(false);
    if (result && *result) {
        snapshot = snapshot ? retainUnreadRows(*result, *snapshot) : *result;
        lastError.reset();
        emit q->snapshotChanged(snapshot);
        if (now == generation) setStale(false);
    } else {
        lastError = result
                        ? domain::Error{domain::ErrorKind::Internal, "read the organisation", "no snapshot", 0, nullptr}
                        : result.error();
        setStale(snapshot != nullptr);
        emit q->refreshFailed(*lastError);
    }
    if (now == generation) startTimer();
}

// A refused user is asked for again by a person only (protocol.md 4.1).
void RefreshController::Private::startTimer()
{
    const bool refused = lastError && domain::needsNewCredentials(lastError->kind);
    if (interval > std::chrono::milliseconds::zero() && !refused) timer.start(interval);
}

void RefreshController::Private::reportParts(const QFuture<domain::Result<domain::SnapshotPtr>>& reading)
{
    using Watcher = QFutureWatcher<domain::Result<domain::SnapshotPtr>>;
    auto* watcher = new Watcher(q);
    connect(watcher, &Watcher::resultReadyAt, q, [this, watcher, now = generation](int index) {
        // Only the newest part is reported, because each part contains the parts before it.
        if (now != generation || snapshot || watcher->isFinished() || index + 1 < watcher->future().resultCount())
            return;
        if (const auto part = watcher->resultAt(index); part && *part) emit q->partRead(*part);
    });
    connect(watcher, &Watcher::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(reading);
}

RefreshController::RefreshController(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { read({}); });
}

RefreshController::~RefreshController() = default;

void RefreshController::setGateway(std::shared_ptr<ports::ExchangeGateway> gateway)
{
    if (d->gateway == gateway) return;
    ++d->generation;
    d->timer.stop();
    d->gateway = std::move(gateway);
    d->lastError.reset();
    d->setRefreshing(false);
    d->setStale(false);
    if (d->snapshot) {
        d->snapshot.reset();
        emit snapshotChanged(d->snapshot);
    }
    refresh();
}

void RefreshController::setInterval(std::chrono::milliseconds interval)
{
    d->interval = interval;
    if (interval <= std::chrono::milliseconds::zero())
        d->timer.stop();
    else if (d->gateway && !d->refreshing)
        d->startTimer();
}

std::chrono::milliseconds RefreshController::interval() const { return d->interval; }
domain::SnapshotPtr RefreshController::snapshot() const { return d->snapshot; }
bool RefreshController::refreshing() const { return d->refreshing; }
bool RefreshController::stale() const { return d->stale; }
std::optional<domain::Error> RefreshController::lastError() const { return d->lastError; }

void RefreshController::refresh()
{
    ports::ReadScope scope;
    scope.askRefused = true;
    read(std::move(scope));
}

void RefreshController::read(ports::ReadScope scope)
{
    if (!d->gateway || d->refreshing) return;
    d->timer.stop();
    d->setRefreshing(true);
    scope.gradual = !d->snapshot;
    const auto reading = d->gateway->readSnapshot(scope);
    if (scope.gradual) d->reportParts(reading);
    ports::onFinished(this, reading,
                      [this, generation = d->generation](const domain::Result<domain::SnapshotPtr>& result) {
                          if (generation == d->generation) d->onSnapshot(result);
                      });
}

} // namespace drydock::controllers
