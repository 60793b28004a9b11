// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/logon_thread.h"

#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace drydock::http {
namespace {

constexpr int mostConversations = 32; // with domain controllers, of all users

} // namespace

QFuture<BegunLogon> beginLogon(std::shared_ptr<auth::Logon> logon, auth::Target target)
{
    static auto& pool = *new QThreadPool;
    pool.setMaxThreadCount(mostConversations);
    QPromise<BegunLogon> promise;
    auto future = promise.future();
    pool.start([promise = std::make_shared<QPromise<BegunLogon>>(std::move(promise)), logon = std::move(logon),
                target = std::move(target)] {
        promise->start();
        promise->addResult(logon->begin(target));
        promise->finish();
    });
    return future;
}

} // namespace drydock::http
