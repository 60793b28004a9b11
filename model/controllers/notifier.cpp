// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/notifier.h"

#include "model/controllers/own_process_group.h"
#include "model/ports/on_finished.h"

#include <QProcess>
#include <QTimer>

#include <chrono>

namespace drydock::controllers {
namespace {

using domain::Error;
using domain::ErrorKind;

constexpr std::chrono::milliseconds programTimeout = std::chrono::seconds(30);
constexpr std::int64_t tooManyRequests = 429;
constexpr std::int64_t serverErrors = 500;

bool worthAnotherTry(const Error& error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::TimedOut ||
           (error.kind == ErrorKind::HttpStatus && (error.code == tooManyRequests || error.code >= serverErrors));
}

} // namespace

struct Notifier::Private {
    Notifier* q;
    ports::PostWebhook post;
    Pauses pauses;
    NotificationReceivers receivers;
    std::shared_ptr<const domain::Secret> value;
    int underWay = 0;

    void done()
    {
        if (--underWay == 0) emit q->idle();
    }

    void postOnce(const ports::WebhookRequest& request, std::size_t tried)
    {
        ports::onFinished(q, post(request), [this, request, tried](const domain::Result<>& result) {
            if (!result && worthAnotherTry(result.error()) && tried < pauses.size()) {
                QTimer::singleShot(pauses[tried], q, [this, request, tried] { postOnce(request, tried + 1); });
                return;
            }
            if (result)
                emit q->delivered(request.url.host());
            else
                emit q->failed(result.error());
            done();
        });
    }

    void start(const maintenance::Notification& told)
    {
        // The program belongs to the operator. It gets values as arguments of their own, never a command line, and what
        // it writes is not read.
        auto* process = new QProcess;
        process->setProgram(receivers.program);
        process->setArguments({QString::fromStdString(told.event), QString::fromStdString(told.server.text()),
                               QString::fromStdString(told.run)});
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
        const QByteArray body = tables::notificationBody(told, tables::WebhookFormat::Json) + '\n';
        const auto program = receivers.program;
        const auto fail = [this, program](std::string detail) {
            emit q->failed({ErrorKind::CommandFailed, "start " + program.toStdString(), std::move(detail), 0, nullptr});
            done();
        };
        QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
        QObject::connect(process, &QProcess::started, process, [process, body] {
            process->write(body);
            process->closeWriteChannel();
        });
        auto* programTimer = new QTimer(process);
        programTimer->setSingleShot(true);
        QObject::connect(process, &QProcess::errorOccurred, q, [process, fail](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart) return; // every other end is signalled by finished()
            fail(process->errorString().toStdString());
            process->deleteLater();
        });
        QObject::connect(process, &QProcess::finished, q, [this, fail, program](int code, QProcess::ExitStatus status) {
            if (status != QProcess::NormalExit || code != 0)
                return fail("it ended with " + (status == QProcess::NormalExit ? "exit code " + std::to_string(code)
                                                                               : std::string("a signal")));
            emit q->delivered(program);
            done();
        });
        QObject::connect(programTimer, &QTimer::timeout, process, &QProcess::kill);
        programTimer->start(programTimeout);
        useOwnProcessGroup(*process);
        process->start();
    }
};

Notifier::Notifier(ports::PostWebhook post, QObject* parent, Pauses pauses)
    : QObject(parent), d(new Private{this, std::move(post), std::move(pauses), {}, nullptr})
{
}

Notifier::~Notifier() = default;

domain::Result<> Notifier::setReceivers(NotificationReceivers receivers, domain::Secret headerValue)
{
    d->receivers = {};
    d->value.reset();
    if (auto checked = checkReceivers(receivers); !checked) return checked;
    d->receivers = std::move(receivers);
    if (!headerValue.empty()) d->value = std::make_shared<const domain::Secret>(std::move(headerValue));
    return {};
}

const NotificationReceivers& Notifier::receivers() const { return d->receivers; }

QByteArray Notifier::bodyOf(const maintenance::Notification& notification) const
{
    return tables::notificationBody(notification, d->receivers.format);
}

void Notifier::send(const maintenance::Notification& notification)
{
    // Counted first: a program that cannot be started can fail at once.
    d->underWay += int(!d->receivers.webhook.isEmpty()) + int(!d->receivers.program.isEmpty());
    if (!d->receivers.webhook.isEmpty())
        d->postOnce({d->receivers.webhook, bodyOf(notification), d->receivers.header.toLatin1(), d->value}, 0);
    if (!d->receivers.program.isEmpty()) d->start(notification);
}

bool Notifier::busy() const { return d->underWay > 0; }

} // namespace drydock::controllers
