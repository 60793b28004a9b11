// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/webhook.h"

#include "model/domain/loopback.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPromise>

#include <chrono>
#include <memory>

namespace drydock::http {
namespace {

using domain::ErrorKind;

constexpr std::chrono::milliseconds webhookTimeout = std::chrono::seconds(10);
constexpr qint64 webhookAnswerBuffer = 16 * 1024; // bytes that a receiver may send before it has to wait
constexpr int firstSuccess = 200;
constexpr int firstRedirect = 300;

class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (domain::isLoopback(query.peerHostName().toStdString())) return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::OperationCanceledError: // what a transfer time-out ends with
    case QNetworkReply::TimeoutError:
        return ErrorKind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::TlsFailed;
    default:
        return ErrorKind::Unreachable;
    }
}

domain::Result<> resultOf(const QNetworkReply& reply)
{
    // The path of a webhook's address is its secret, so errors name the host alone.
    const auto what = "post to " + reply.url().host().toStdString();
    const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid()) return domain::fail(kindOf(reply.error()), what, reply.errorString().toStdString());
    if (status.toInt() >= firstSuccess && status.toInt() < firstRedirect) return {};
    const auto reason = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().toStdString();
    return tl::unexpected(
        domain::Error{ErrorKind::HttpStatus, what, std::to_string(status.toInt()) + " " + reason, status.toInt()});
}

} // namespace

QFuture<domain::Result<>> postJson(const QUrl& url, const QByteArray& body, const QByteArray& header,
                                   std::string_view value)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json; charset=utf-8"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(int(webhookTimeout.count()));
    if (!header.isEmpty()) request.setRawHeader(header, {value.data(), qsizetype(value.size())});

    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxyFactory(new SystemProxy); // the manager deletes it
    auto* reply = manager->post(request, body);
    reply->setReadBufferSize(webhookAnswerBuffer);
    auto promise = std::make_shared<QPromise<domain::Result<>>>();
    promise->start();
    const auto finish = [promise, reply, manager = manager.get()] {
        promise->addResult(resultOf(*reply));
        promise->finish();
        reply->disconnect();
        manager->deleteLater(); // and with it the reply
    };
    QObject::connect(reply, &QNetworkReply::finished, manager.get(), finish);
    // Nothing of the answer's body is needed; an endless one would never finish.
    QObject::connect(reply, &QNetworkReply::readyRead, manager.get(), finish);
    return manager.release(), promise->future();
}

} // namespace drydock::http
