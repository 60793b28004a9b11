// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/endpoint_probe.h"

#include "remoting/exchange/remote_shells.h"
#include "remoting/session/shell_endpoint.h"

#include <QPromise>

namespace drydock::exchange {

QFuture<domain::EndpointFindings> probeEndpoint(const ports::ConnectionProfile& profile)
{
    auto promise = std::make_shared<QPromise<domain::EndpointFindings>>();
    promise->start();
    auto future = promise->future();
    session::probe(endpointOf(profile, {domain::EndpointKind::Exchange, QUrl(profile.url)}),
                   [promise](domain::EndpointFindings findings) {
                       promise->addResult(std::move(findings));
                       promise->finish();
                   });
    return future;
}

} // namespace drydock::exchange
