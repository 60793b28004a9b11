// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/records.h"

#include "remoting/psrp/payloads.h"

#include <array>

namespace drydock::psrp {

using clixml::Object;
using clixml::Property;
using clixml::Value;

namespace {

constexpr std::array<const char*, 32> kCategories{
    "NotSpecified",     "OpenError",           "CloseError",       "DeviceError",         "DeadlockDetected",
    "InvalidArgument",  "InvalidData",         "InvalidOperation", "InvalidResult",       "InvalidType",
    "MetadataError",    "NotImplemented",      "NotInstalled",     "ObjectNotFound",      "OperationStopped",
    "OperationTimeout", "SyntaxError",         "ParserError",      "PermissionDenied",    "ResourceBusy",
    "ResourceExists",   "ResourceUnavailable", "ReadError",        "WriteError",          "FromStdErr",
    "SecurityError",    "ProtocolError",       "ConnectionError",  "AuthenticationError", "LimitsExceeded",
    "QuotaExceeded",    "NotEnabled"};

std::string text(const Value& value) { return std::string(value.display()); }

int number(const Value& value, int otherwise)
{
    const auto read = value.toInt();
    return read && *read >= INT32_MIN && *read <= INT32_MAX ? static_cast<int>(*read) : otherwise;
}

std::string firstOf(std::string a, std::string b) { return a.empty() ? std::move(b) : std::move(a); }

std::vector<std::string> typesOf(const Value& value)
{
    constexpr std::string_view prefix = "Deserialized.";
    std::vector<std::string> types;
    if (value.object() == nullptr || !value.object()->types) return types;
    for (const std::string& type : *value.object()->types)
        types.push_back(type.starts_with(prefix) ? type.substr(prefix.size()) : type);
    return types;
}

Value typed(clixml::TypeNames types, std::string toString, std::vector<Property> adapted,
            std::vector<Property> extended)
{
    Object object;
    object.types = std::move(types);
    object.toString = std::move(toString);
    object.adapted = std::move(adapted);
    object.extended = std::move(extended);
    return Value::object(std::move(object));
}

// Returns the text of CategoryInfo: "ObjectNotFound: (MAIL9:String) [Get-MailboxServer],
// ManagementObjectNotFoundException".
std::string categoryMessage(const ErrorRecord& record)
{
    const auto index = static_cast<std::size_t>(record.category);
    const std::string name = index < kCategories.size() ? kCategories[index] : std::to_string(record.category);
    return name + ": (" + record.targetName + ':' + record.targetType + ") [" + record.activity + "], " + record.reason;
}

Value exception(const ErrorRecord& record)
{
    auto types = record.exceptionTypes.empty()
                     ? typeNames({"System.Management.Automation.RemoteException",
                                  "System.Management.Automation.RuntimeException", "System.SystemException",
                                  "System.Exception", "System.Object"})
                     : std::make_shared<const std::vector<std::string>>(record.exceptionTypes);
    const std::string toString = types->front() + ": " + record.message;
    return typed(std::move(types), toString,
                 {{"Message", Value::string(record.message)},
                  {"Data", Value()},
                  {"InnerException", Value()},
                  {"TargetSite", Value()},
                  {"StackTrace", Value()},
                  {"HelpLink", Value()},
                  {"Source", Value()},
                  {"HResult", Value::int32(-2146233087)}},
                 {});
}

Value textOrNil(const std::string& text) { return text.empty() ? Value() : Value::string(text); }

} // namespace

ErrorRecord errorRecordFrom(const Value& value)
{
    ErrorRecord record;
    const Value& thrown = value["Exception"];
    record.message = firstOf(text(value["ErrorDetails_Message"]), firstOf(text(thrown["Message"]), text(value)));
    record.fullyQualifiedErrorId = text(value["FullyQualifiedErrorId"]);
    record.category = number(value["ErrorCategory_Category"], category::NotSpecified);
    record.activity = text(value["ErrorCategory_Activity"]);
    record.reason = text(value["ErrorCategory_Reason"]);
    record.targetName = text(value["ErrorCategory_TargetName"]);
    record.targetType = text(value["ErrorCategory_TargetType"]);
    record.exceptionTypes = typesOf(thrown);
    return record;
}

Value toValue(const ErrorRecord& record)
{
    static const clixml::TypeNames types = typeNames({"System.Management.Automation.ErrorRecord", "System.Object"});
    return typed(types, record.message, {},
                 {{"Exception", exception(record)},
                  {"TargetObject", textOrNil(record.targetName)},
                  {"FullyQualifiedErrorId", Value::string(record.fullyQualifiedErrorId)},
                  {"InvocationInfo", Value()},
                  {"ErrorCategory_Category", Value::int32(record.category)},
                  {"ErrorCategory_Activity", Value::string(record.activity)},
                  {"ErrorCategory_Reason", Value::string(record.reason)},
                  {"ErrorCategory_TargetName", Value::string(record.targetName)},
                  {"ErrorCategory_TargetType", Value::string(record.targetType)},
                  {"ErrorCategory_Message", Value::string(categoryMessage(record))},
                  {"SerializeExtendedInfo", Value::boolean(false)}});
}

ProgressRecord progressRecordFrom(const Value& value)
{
    ProgressRecord record;
    record.activity = text(value["Activity"]);
    record.activityId = number(value["ActivityId"], 0);
    record.status = text(value["StatusDescription"]);
    record.currentOperation = text(value["CurrentOperation"]);
    record.parentActivityId = number(value["ParentActivityId"], -1);
    record.percentComplete = number(value["PercentComplete"], -1);
    record.secondsRemaining = number(value["SecondsRemaining"], -1);
    record.completed = value["Type"].toInt() == 1 || value["Type"].display() == "Completed";
    return record;
}

Value toValue(const ProgressRecord& record)
{
    const Value type = Value::enumeration("System.Management.Automation.ProgressRecordType",
                                          record.completed ? "Completed" : "Processing", record.completed ? 1 : 0);
    return psrp::record({{"Activity", Value::string(record.activity)},
                         {"ActivityId", Value::int32(record.activityId)},
                         {"StatusDescription", Value::string(record.status)},
                         {"CurrentOperation", textOrNil(record.currentOperation)},
                         {"ParentActivityId", Value::int32(record.parentActivityId)},
                         {"PercentComplete", Value::int32(record.percentComplete)},
                         {"Type", type},
                         {"SecondsRemaining", Value::int32(record.secondsRemaining)}});
}

std::string informationalTextFrom(const Value& value)
{
    return firstOf(text(value["InformationalRecord_Message"]), text(value));
}

Value informational(InformationalKind kind, const std::string& text)
{
    constexpr std::array<const char*, 3> names{"System.Management.Automation.DebugRecord",
                                               "System.Management.Automation.VerboseRecord",
                                               "System.Management.Automation.WarningRecord"};
    return typed(typeNames({names[static_cast<std::size_t>(kind)], "System.Management.Automation.InformationalRecord",
                            "System.Object"}),
                 text, {},
                 {{"InformationalRecord_Message", Value::string(text)},
                  {"InformationalRecord_SerializeInvocationInfo", Value::boolean(false)}});
}

} // namespace drydock::psrp
