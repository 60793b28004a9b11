// Calls a function with a future's value by the event loop of `context`; not at all when the future was given up.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace drydock::app {

template <class T, class Function>
void whenFinished(const QFuture<T>& future, QObject* context, Function function)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, function = std::move(function)]() mutable {
        const QFuture<T> finished = watcher->future();
        watcher->deleteLater();
        if (!finished.isCanceled() && finished.resultCount() > 0)
            function(finished.result());
    });
    watcher->setFuture(future);
}

} // namespace drydock::app
