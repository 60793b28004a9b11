// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/error_kind.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace drydock::psrp {
namespace {

using domain::ErrorKind;

// System.Management.Automation.ErrorCategory (protocol.md 2.7).
enum Category {
    ObjectNotFound = 13,
    OperationStopped = 14,
    OperationTimeout = 15,
    PermissionDenied = 18,
    SecurityError = 25,
    QuotaExceeded = 30
};

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// Returns the value after `name=` up to the next comma or bracket.
std::string field(std::string_view text, std::string_view name)
{
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos) return {};
    const std::string_view value = text.substr(at + name.size());
    return std::string(value.substr(0, value.find_first_of(",]")));
}

// Returns whether one of the texts that name the exception contains `part`: its types, the short reason or the id.
bool named(const ErrorRecord& record, std::string_view part)
{
    return contains(record.reason, part) || contains(record.fullyQualifiedErrorId, part) ||
           std::any_of(record.exceptionTypes.begin(), record.exceptionTypes.end(),
                       [&](const std::string& type) { return contains(type, part); });
}

} // namespace

ErrorIdentity parseErrorId(const std::string& id)
{
    ErrorIdentity result;
    if (!id.starts_with('[')) {
        result.rest = id;
        return result;
    }
    result.server = field(id, "[Server=");
    result.requestId = field(id, "RequestId=");
    result.failureCategory = field(id, "[FailureCategory=");
    const std::size_t end = id.rfind("] ");
    result.rest = end == std::string::npos ? std::string() : id.substr(end + 2);
    return result;
}

ErrorKind kindOf(const ErrorRecord& record)
{
    if (named(record, "CommandNotFound")) return ErrorKind::UnknownCommand;
    if (named(record, "NamedParameterNotFound") || named(record, "AmbiguousParameter"))
        return ErrorKind::UnknownParameter;
    if (named(record, "HostException") || named(record, "HostFunctionNotImplemented")) return ErrorKind::PromptRefused;
    if (named(record, "AccessDenied") || named(record, "Unauthorized") || record.category == PermissionDenied ||
        record.category == SecurityError)
        return ErrorKind::NotPermitted;
    // What Exchange reports where it looks at a domain controller before it uses it
    // (Microsoft.Exchange.Data.Directory).
    if (named(record, "SuitabilityException") || named(record, "SuitabilityDirectoryException") ||
        named(record, "ServerInMMException") || named(record, "NoSuitableServerFoundException"))
        return ErrorKind::DomainControllerDown;
    // A file that a cmdlet misses is no object that the caller named.
    const bool notFound = named(record, "NotFoundException") && !named(record, "FileNotFoundException");
    if (named(record, "ObjectNotFound") || notFound || record.category == ObjectNotFound) return ErrorKind::NotFound;
    if (record.category == OperationTimeout) return ErrorKind::TimedOut;
    if (record.category == QuotaExceeded || named(record, "OverBudget")) return ErrorKind::Quota;
    return ErrorKind::CommandFailed;
}

domain::Error toError(const ErrorRecord& record, std::string what)
{
    domain::Error error;
    error.kind = kindOf(record);
    error.what = std::move(what);
    error.detail = record.message;
    const ErrorIdentity identity = parseErrorId(record.fullyQualifiedErrorId);
    const auto add = [&error](const char* label, const std::string& value) {
        if (!value.empty()) error.detail += std::string(error.detail.empty() ? "[" : " [") + label + value + "]";
    };
    add("", record.reason);
    add("server ", identity.server);
    add("request ", identity.requestId);
    return error;
}

} // namespace drydock::psrp
