// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "cmdlet_backend.h"

#include "remoting/clixml/writer.h"
#include "remoting/lab/cmdlet_table.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <nlohmann/json.hpp>

namespace drydock::tests {

using clixml::Value;
using nlohmann::json;

namespace {

Value valueOf(const json& argument)
{
    if (argument.is_boolean()) return Value::boolean(argument.get<bool>());
    if (argument.is_number_integer()) return Value::int32(argument.get<int>());
    if (argument.is_string()) return Value::string(argument.get<std::string>());
    std::vector<Value> items;
    if (argument.is_array())
        for (const json& item : argument)
            items.push_back(valueOf(item));
    return argument.is_array() ? Value::list(std::move(items)) : Value();
}

json errorOf(const lab::CmdletError& error, bool terminating)
{
    return {{"error",
             {{"message", error.message},
              {"fqid", error.fullyQualifiedErrorId.substr(0, error.fullyQualifiedErrorId.find(','))},
              {"category", std::to_string(error.category)},
              {"reason", error.reason},
              {"terminating", terminating}}}};
}

// What was deserialized is serialized as deep as it was before. The entries of component states are therefore made
// anew, of a class with the text and the properties of Exchange's, and the text in place of the object where that is
// asked for.
constexpr auto entries = R"script(
class RequesterDetails {
    [string] $Requester; [string] $State; [datetime] $Timestamp; [string] $Component
    [string] ToString() { return "Requestor:$($this.Requester); State:$($this.State); Timestamp:$($this.Timestamp)" }
}
function ConvertTo-Entries($states, [type] $as) {
    if ($null -eq $states) { return $null }
    $list = [System.Collections.Generic.List[object]]::new()
    foreach ($s in $states) {
        $entry = [RequesterDetails] @{ Requester = $s.Requester; State = $s.State
            Timestamp = $s.Timestamp; Component = $s.Component }
        $list.Add(($entry -as $as))
    }
    return , $list
}
function Get-Entries($o, [type] $as) {
    [pscustomobject] @{ ServerFqdn = $o.ServerFqdn; Component = $o.Component; State = $o.State
        ServerWideOfflineIsOffline = $o.ServerWideOfflineIsOffline; Identity = $o.Identity
        LocalStates = (ConvertTo-Entries $o.LocalStates $as)
        RemoteStates = (ConvertTo-Entries $o.RemoteStates $as) }
}
)script";

const char* typeOf(lab::ParameterType type)
{
    switch (type) {
    case lab::ParameterType::Switch:
        return "[switch] ";
    case lab::ParameterType::Boolean:
        return "[bool] ";
    case lab::ParameterType::Number:
        return "[int] ";
    case lab::ParameterType::Texts:
        return "[string[]] ";
    default:
        return "";
    }
}

} // namespace

CmdletBackend::CmdletBackend(lab::Organisation& organisation) : m_organisation(organisation)
{
    start();
    m_listens.acquire();
}

CmdletBackend::~CmdletBackend()
{
    m_ending = true;
    wait();
}

void CmdletBackend::setCaller(const lab::Caller& caller)
{
    const std::scoped_lock lock(m_mutex);
    m_caller = caller;
}

domain::Duration CmdletBackend::duration() const
{
    const std::scoped_lock lock(m_mutex);
    return m_duration;
}

// One request a connection.
void CmdletBackend::run()
{
    QTcpServer server;
    if (server.listen(QHostAddress(QHostAddress::LocalHost)))
        m_url = QStringLiteral("http://127.0.0.1:") + QString::number(server.serverPort());
    m_listens.release();
    while (!m_ending) {
        if (!server.waitForNewConnection(100)) continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        QByteArray request;
        qsizetype length = -1; // of the header and the body
        while ((length < 0 || request.size() < length) &&
               (socket->bytesAvailable() || socket->waitForReadyRead(5000))) {
            request += socket->readAll();
            const auto end = request.indexOf("\r\n\r\n");
            const auto field = request.toLower().indexOf("\r\ncontent-length:");
            if (length >= 0 || end < 0 || field < 0) continue;
            const auto value = request.indexOf(':', field) + 1;
            length = end + 4 + request.mid(value, request.indexOf('\r', value) - value).trimmed().toLongLong();
        }
        const QByteArray path = request.mid(0, request.indexOf('\n')).split(' ').value(1);
        const QByteArray name = path.mid(path.lastIndexOf('/') + 1).split('?').value(0);
        const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
        const auto answered = answer(name.toStdString(), body.toStdString());
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
                      QByteArray::number(qulonglong(answered.size())) + "\r\n\r\n");
        socket->write(answered.data(), qint64(answered.size()));
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState) socket->waitForDisconnected(5000);
    }
}

std::string CmdletBackend::answer(const std::string& cmdlet, const std::string& arguments)
{
    const std::scoped_lock lock(m_mutex);
    lab::Command command{cmdlet, {}};
    const json given = json::parse(arguments, nullptr, false);
    for (const auto& [name, value] : given.items())
        command.arguments.push_back({name, valueOf(value)});
    const auto result = m_organisation.invoke(m_caller, command);
    if (!result)
        return json{{"error",
                     {{"message", result.error().summary()},
                      {"fqid", "Unreachable"},
                      {"category", "0"},
                      {"reason", "RemoteException"},
                      {"terminating", true}}}}
            .dump();
    m_duration = result->duration;
    if (result->terminating) return errorOf(*result->terminating, true).dump();
    if (!result->errors.empty() && result->objects.empty()) return errorOf(result->errors.front(), false).dump();
    json objects = json::array();
    for (const Value& object : result->objects)
        objects.push_back(clixml::writeDocument({object}));
    return json{{"objects", std::move(objects)}}.dump();
}

QString CmdletBackend::script(Entries form) const
{
    auto script = QString::fromLatin1(entries);
    QStringList names;
    for (const auto& cmdlet : lab::cmdlets()) {
        if (cmdlet.name == "Get-Command") continue; // the engine's own
        const auto name = QString::fromUtf8(cmdlet.name.data(), qsizetype(cmdlet.name.size()));
        QStringList parameters;
        for (const auto& parameter : cmdlet.parameters)
            parameters += (parameter.position >= 0 ? QStringLiteral("[Parameter(Position=%1)] ").arg(parameter.position)
                                                   : QString()) +
                          QLatin1String(typeOf(parameter.type)) + QLatin1Char('$') +
                          QString::fromUtf8(parameter.name.data(), qsizetype(parameter.name.size()));
        const bool asks = cmdlet.asks != lab::Asks::Never;
        const auto binding = asks ? QStringLiteral("[CmdletBinding(SupportsShouldProcess, ConfirmImpact='High')]")
                                  : QStringLiteral("[CmdletBinding()]");
        const auto type = QLatin1String(form == Entries::Text ? "string" : "RequesterDetails");
        const bool ofStates = cmdlet.name == "Get-ServerComponentState";
        const auto made = ofStates ? QStringLiteral(" | & { process { Get-Entries $_ ([%1]) } }").arg(type) : QString();
        script +=
            QStringLiteral("function %1Inner { [CmdletBinding()] param(%2%3) "
                           "[PowerShellPeer.Backend]::Call($PSCmdlet, '%1', $PSBoundParameters) }\n"
                           "function %1 { %4 param(%2) %5 %1Inner @PSBoundParameters%6 }\n")
                .arg(name, parameters.join(QStringLiteral(", ")),
                     asks ? QStringLiteral("%1$Confirm").arg(parameters.isEmpty() ? QString() : QStringLiteral(", "))
                          : QString(),
                     binding, asks ? QStringLiteral("if (-not $PSCmdlet.ShouldProcess('it')) { return }") : QString(),
                     made);
        names += QLatin1Char('\'') + name + QLatin1Char('\'');
    }
    return script + QStringLiteral("$keep = @(%1, 'Get-Command')\n"
                                   "foreach ($c in @(Get-Command -CommandType Alias, Function, Cmdlet)) {"
                                   " if ($c.Name -notin $keep) { try { $c.Visibility = 'Private' } catch {} } }\n"
                                   "$ExecutionContext.SessionState.Applications.Clear()\n"
                                   "$ExecutionContext.SessionState.Scripts.Clear()\n"
                                   "$ExecutionContext.SessionState.LanguageMode = 'NoLanguage'\n")
                        .arg(names.join(QStringLiteral(", ")));
}

} // namespace drydock::tests
