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

constexpr std::array<const char*, 32> errorCategoryNames{
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

// Returns an exception around those of the messages from `cause` on.
Value exception(const ErrorRecord& record, std::size_t cause = 0)
{
    const bool outermost = cause == 0;
    auto types = outermost && !record.exceptionTypes.empty()
                     ? std::make_shared<const std::vector<std::string>>(record.exceptionTypes)
                     : typeNames({"System.Management.Automation.RemoteException",
                                  "System.Management.Automation.RuntimeException", "System.SystemException",
                                  "System.Exception", "System.Object"});
    const std::string message = outermost ? firstOf(record.exceptionMessage, record.message) : record.causes[cause - 1];
    const std::string toString = types->front() + ": " + message;
    return typed(std::move(types), toString,
                 {{"Message", Value::string(message)},
                  {"Data", Value()},
                  {"InnerException", cause < record.causes.size() ? exception(record, cause + 1) : Value()},
                  {"TargetSite", Value()},
                  {"StackTrace", Value()},
                  {"HelpLink", Value()},
                  {"Source", Value()},
                  {"HResult", Value::int32(-2146233087)}},
                 {});
}

// Returns the messages of the exceptions inside, as many as any real chain has.
std::vector<std::string> causesOf(const Value& exception)
{
    constexpr std::size_t most = 16;
    std::vector<std::string> causes;
    for (const Value* inner = &exception["InnerException"]; inner->isObject() && causes.size() < most;
         inner = &(*inner)["InnerException"])
        causes.push_back(firstOf(text((*inner)["Message"]), text(*inner)));
    return causes;
}

void appendTo(std::vector<Property>& properties, const InvocationInfo& info)
{
    properties.emplace_back("InvocationInfo_InvocationName", Value::string(info.invocationName));
    properties.emplace_back("InvocationInfo_Line", Value::string(info.line));
    properties.emplace_back("InvocationInfo_OffsetInLine", Value::int32(info.offsetInLine));
    properties.emplace_back("InvocationInfo_PipelineLength", Value::int32(info.pipelineLength));
    properties.emplace_back("InvocationInfo_PipelinePosition", Value::int32(info.pipelinePosition));
    properties.emplace_back("InvocationInfo_PositionMessage", Value::string(info.positionMessage));
    properties.emplace_back("InvocationInfo_ScriptLineNumber", Value::int32(info.lineNumber));
    properties.emplace_back("InvocationInfo_ScriptName", Value::string(info.scriptName));
    properties.emplace_back("CommandInfo_Name", Value::string(info.command));
}

Value textOrNil(const std::string& text) { return text.empty() ? Value() : Value::string(text); }

} // namespace

std::string categoryMessageOf(const ErrorRecord& record)
{
    if (!record.categoryMessage.empty()) return record.categoryMessage;
    const auto index = static_cast<std::size_t>(record.category);
    const std::string name =
        index < errorCategoryNames.size() ? errorCategoryNames[index] : std::to_string(record.category);
    return name + ": (" + record.targetName + ':' + record.targetType + ") [" + record.activity + "], " + record.reason;
}

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
    if (auto exceptionMessage = text(thrown["Message"]); exceptionMessage != record.message)
        record.exceptionMessage = std::move(exceptionMessage);
    record.causes = causesOf(thrown);
    if (auto target = text(value["TargetObject"]); target != record.targetName) record.targetObject = std::move(target);
    if (auto words = text(value["ErrorCategory_Message"]); words != categoryMessageOf(record))
        record.categoryMessage = std::move(words);
    record.recommendedAction = text(value["ErrorDetails_RecommendedAction"]);
    record.scriptStackTrace = text(value["ErrorDetails_ScriptStackTrace"]);
    record.invocation = invocationInfoFrom(value);
    return record;
}

std::optional<InvocationInfo> invocationInfoFrom(const Value& record)
{
    const auto part = [&](const char* name) -> const Value& { return record["InvocationInfo_" + std::string(name)]; };
    if (!record.has("InvocationInfo_InvocationName")) return std::nullopt;
    InvocationInfo info;
    info.invocationName = text(part("InvocationName"));
    info.command = text(record["CommandInfo_Name"]);
    info.scriptName = text(part("ScriptName"));
    info.line = text(part("Line"));
    info.lineNumber = number(part("ScriptLineNumber"), 0);
    info.offsetInLine = number(part("OffsetInLine"), 0);
    info.positionMessage = text(part("PositionMessage"));
    info.pipelinePosition = number(part("PipelinePosition"), 0);
    info.pipelineLength = number(part("PipelineLength"), 0);
    return info;
}

InformationRecord informationRecordFrom(const Value& value)
{
    InformationRecord record;
    const Value& data = value["MessageData"];
    record.message = firstOf(text(data["Message"]), firstOf(text(data), text(value))); // Write-Host sends an object
    record.source = text(value["Source"]);
    record.timeGenerated = text(value["TimeGenerated"]);
    for (const Value& tag : value["Tags"].items())
        record.tags.push_back(text(tag));
    record.user = text(value["User"]);
    record.computer = text(value["Computer"]);
    return record;
}

Value toValue(const ErrorRecord& record)
{
    static const clixml::TypeNames types = typeNames({"System.Management.Automation.ErrorRecord", "System.Object"});
    std::vector<Property> properties{{"Exception", exception(record)},
                                     {"TargetObject", textOrNil(firstOf(record.targetObject, record.targetName))},
                                     {"FullyQualifiedErrorId", Value::string(record.fullyQualifiedErrorId)},
                                     {"InvocationInfo", Value()},
                                     {"ErrorCategory_Category", Value::int32(record.category)},
                                     {"ErrorCategory_Activity", Value::string(record.activity)},
                                     {"ErrorCategory_Reason", Value::string(record.reason)},
                                     {"ErrorCategory_TargetName", Value::string(record.targetName)},
                                     {"ErrorCategory_TargetType", Value::string(record.targetType)},
                                     {"ErrorCategory_Message", Value::string(categoryMessageOf(record))}};
    const auto optional = [&](const char* name, const std::string& value) {
        if (!value.empty()) properties.emplace_back(name, Value::string(value));
    };
    optional("ErrorDetails_Message", record.exceptionMessage.empty() ? "" : record.message);
    optional("ErrorDetails_RecommendedAction", record.recommendedAction);
    optional("ErrorDetails_ScriptStackTrace", record.scriptStackTrace);
    properties.emplace_back("SerializeExtendedInfo", Value::boolean(record.invocation.has_value()));
    if (record.invocation) appendTo(properties, *record.invocation);
    return typed(types, record.message, {}, std::move(properties));
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

UserEvent userEventFrom(const Value& value)
{
    UserEvent event;
    event.identifier = value["PSEventArgs.EventIdentifier"].toInt().value_or(0);
    event.source = text(value["PSEventArgs.SourceIdentifier"]);
    event.timeGenerated = text(value["PSEventArgs.TimeGenerated"]);
    event.sender = text(value["PSEventArgs.Sender"]);
    for (const Value& argument : value["PSEventArgs.SourceArgs"].items())
        event.arguments.push_back(text(argument));
    event.messageData = text(value["PSEventArgs.MessageData"]);
    event.computer = text(value["PSEventArgs.ComputerName"]);
    event.runspaceId = text(value["PSEventArgs.RunspaceId"]);
    return event;
}

Value toValue(const UserEvent& event)
{
    std::vector<Value> arguments;
    for (const std::string& argument : event.arguments)
        arguments.push_back(Value::string(argument));
    return psrp::record({{"PSEventArgs.EventIdentifier", Value(Type::Int32, std::to_string(event.identifier))},
                         {"PSEventArgs.SourceIdentifier", Value::string(event.source)},
                         {"PSEventArgs.TimeGenerated", Value::dateTime(event.timeGenerated)},
                         {"PSEventArgs.Sender", textOrNil(event.sender)},
                         {"PSEventArgs.SourceArgs", Value::list(std::move(arguments))},
                         {"PSEventArgs.MessageData", textOrNil(event.messageData)},
                         {"PSEventArgs.ComputerName", Value::string(event.computer)},
                         {"PSEventArgs.RunspaceId", Value::guid(event.runspaceId)}});
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
