// One remote shell as the gateway needs it: runs cmdlets one after another, and answers with objects, errors and
// warnings.
#pragma once

#include "model/domain/result.h"
#include "model/ports/exchange_gateway.h"
#include "remoting/psrp/command.h"
#include "remoting/session/output.h"

#include <QFuture>
#include <QUrl>

#include <functional>
#include <memory>

namespace drydock::exchange {

using Answer = session::Output;

class CmdletShell
{
public:
    virtual ~CmdletShell() = default;
    [[nodiscard]] virtual QFuture<domain::Result<>> open() = 0;
    // A reading whose answer was lost is asked again, once; anything else is OutcomeUnknown and never sent twice.
    [[nodiscard]] virtual QFuture<domain::Result<Answer>> invoke(psrp::Command command) = 0;
    [[nodiscard]] virtual QFuture<void> close() = 0;
};

// Where a shell is: the place, and the URL behind which it is.
struct ShellAddress {
    domain::EndpointKind endpoint = domain::EndpointKind::Exchange;
    QUrl url;
};

// Makes channels; called on the network thread, the channel lives and dies there.
using CmdletShellFactory = std::function<std::unique_ptr<CmdletShell>(const ShellAddress&)>;

} // namespace drydock::exchange
