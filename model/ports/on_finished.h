// Hands a future's value to an object, in that object's thread and only while it lives.
#pragma once

#include "model/domain/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace drydock::ports {

template <class T> inline constexpr bool isResult = false;
template <class T> inline constexpr bool isResult<domain::Result<T>> = true;

// `handler(value)` is called once, with the last value, from the event loop of `context`'s thread, never from within
// this call; not at all once `context` is gone. A future that ends without a value counts as Cancelled; where its value
// is no Result, the handler is not called. Call it in the thread of `context`. A watcher and not
// QFuture::then(context): with Qt 6.4 that touches a context that died in another thread.
template <class T, class Handler> void onFinished(QObject* context, const QFuture<T>& future, Handler handler)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         const auto done = watcher->future();
                         watcher->deleteLater();
                         if (done.resultCount() > 0)
                             handler(done.resultAt(done.resultCount() - 1));
                         else if constexpr (isResult<T>)
                             handler(T(domain::fail(domain::ErrorKind::Cancelled, "wait for an answer")));
                     });
    watcher->setFuture(future);
}

} // namespace drydock::ports
