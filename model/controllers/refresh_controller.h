// Keeps one snapshot current: at an interval and on demand, off the GUI thread; a failed refresh keeps the old rows,
// marked stale.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/error.h"
#include "model/ports/exchange_gateway.h"

#include <QObject>

#include <memory>
#include <optional>

namespace drydock::controllers {

class RefreshController : public QObject
{
    Q_OBJECT

public:
    explicit RefreshController(QObject* parent = nullptr);
    ~RefreshController() override;

    void setGateway(std::shared_ptr<ports::ExchangeGateway> gateway); // nullptr: stop; a late answer is dropped
    // From the end of one refresh to the start of the next. 0, as at first: only on demand.
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const;
    [[nodiscard]] domain::SnapshotPtr snapshot() const; // nullptr before the first
    [[nodiscard]] bool refreshing() const;
    [[nodiscard]] bool stale() const; // the last refresh failed
    [[nodiscard]] std::optional<domain::Error> lastError() const;

public slots:
    void refresh(); // on demand: nodes that refused are asked again; while one is under way: nothing

signals:
    // Before the first snapshot, while it is being read: what is there already.
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
