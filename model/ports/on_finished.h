// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Passes the value of a future to a handler, in the thread of an object and only while that object lives.
#pragma once

#include "model/domain/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace drydock::ports {

template <class T> inline constexpr bool isResult = false;
template <class T> inline constexpr bool isResult<domain::Result<T>> = true;

// Call it in the thread of `context`. The event loop of that thread calls `handler(value)` once, with the last value,
// and only after this function has returned. Deleting `context` drops the handler. If the future ends without a value,
// the handler gets the error Cancelled; it is not called if T is not a Result. This uses a QFutureWatcher because
// QFuture::then(context) of Qt 6.4 accesses a context that another thread deleted.
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
