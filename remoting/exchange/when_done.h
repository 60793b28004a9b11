// Calls a function with a future's result, by the event loop of `context`; a future that was given up is Cancelled.
#pragma once

#include "model/domain/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace drydock::exchange {

template <class T, class Function>
void whenDone(const QFuture<domain::Result<T>>& future, QObject* context, Function function)
{
    auto* watcher = new QFutureWatcher<domain::Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, function = std::move(function)]() mutable {
        const QFuture<domain::Result<T>> finished = watcher->future();
        watcher->deleteLater();
        if (finished.isCanceled() || finished.resultCount() == 0)
            function(domain::Result<T>(domain::fail(domain::ErrorKind::Cancelled, "remote call")));
        else
            function(finished.result());
    });
    watcher->setFuture(future);
}

} // namespace drydock::exchange
