// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/journal_index.h"

#include "model/services/journal_lines.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <cstdint>

namespace drydock::services {
namespace {

using maintenance::RunSummary;

// Another number when an entry or what it is made of changes its meaning.
constexpr int indexFormat = 1;

// A journal that changed this shortly before the index was written may have changed once more without a new time.
constexpr qint64 coarsestTime = 2000; // milliseconds; of the file systems in use

// The entries of more than 100,000 runs. What is larger, or no file, is no index.
constexpr qint64 largestIndex = 64'000'000;

// Reads the members of an object. `whole` becomes false if one is missing or has an unknown word.
class MemberReader
{
public:
    MemberReader(const QJsonObject& object, bool& whole) : m_object(object), m_whole(whole) {}

    std::string text(QLatin1String key) { return member(key, QJsonValue::String).toString().toStdString(); }
    qint64 number(QLatin1String key) { return member(key, QJsonValue::Double).toInteger(-1); }
    bool flag(QLatin1String key) { return member(key, QJsonValue::Bool).toBool(); }
    std::optional<domain::Time> time(QLatin1String key)
    {
        return m_object.value(key).isNull() ? std::nullopt : domain::fromIso(text(key));
    }
    template <class Value> Value word(QLatin1String key, std::optional<Value> (*named)(std::string_view) noexcept)
    {
        const auto value = named(text(key));
        m_whole = m_whole && value;
        return value.value_or(Value{});
    }

private:
    QJsonValue member(QLatin1String key, QJsonValue::Type type)
    {
        const auto value = m_object.value(key);
        m_whole = m_whole && value.type() == type;
        return value;
    }

    const QJsonObject& m_object;
    bool& m_whole;
};

QString shown(const std::string& text) { return QString::fromStdString(text); }
QJsonValue timeJson(const std::optional<domain::Time>& time)
{
    return time ? QJsonValue(shown(domain::toIso(*time))) : QJsonValue();
}

QJsonObject runJson(const RunSummary& run)
{
    return {{QStringLiteral("id"), shown(run.id)},
            {QStringLiteral("number"), qint64(run.number)},
            {QStringLiteral("direction"), QLatin1String(toString(run.runKind))},
            {QStringLiteral("server"), shown(run.server.text())},
            {QStringLiteral("fqdn"), shown(run.serverFqdn)},
            {QStringLiteral("operator"), shown(run.operatorName)},
            {QStringLiteral("reason"), shown(run.reason)},
            {QStringLiteral("changeNumber"), shown(run.changeNumber)},
            {QStringLiteral("phase"), QLatin1String(toString(run.phase))},
            {QStringLiteral("outcome"), QLatin1String(toString(run.outcome))},
            {QStringLiteral("current"), qint64(run.current)},
            {QStringLiteral("steps"), qint64(run.steps)},
            {QStringLiteral("startedAt"), timeJson(run.startedAt)},
            {QStringLiteral("finishedAt"), timeJson(run.finishedAt)},
            {QStringLiteral("sentSomething"), run.sentSomething}};
}

RunSummary runIn(const QJsonObject& from, bool& whole)
{
    MemberReader members(from, whole);
    RunSummary run;
    run.id = members.text(QLatin1String("id"));
    run.number = std::uint64_t(members.number(QLatin1String("number")));
    run.runKind = members.word(QLatin1String("direction"), maintenance::runKindNamed);
    run.server = domain::ServerName(members.text(QLatin1String("server")));
    run.serverFqdn = members.text(QLatin1String("fqdn"));
    run.operatorName = members.text(QLatin1String("operator"));
    run.reason = members.text(QLatin1String("reason"));
    run.changeNumber = members.text(QLatin1String("changeNumber"));
    run.phase = members.word(QLatin1String("phase"), maintenance::runPhaseNamed);
    run.outcome = members.word(QLatin1String("outcome"), maintenance::outcomeNamed);
    run.current = std::size_t(members.number(QLatin1String("current")));
    run.steps = std::size_t(members.number(QLatin1String("steps")));
    run.startedAt = members.time(QLatin1String("startedAt"));
    run.finishedAt = members.time(QLatin1String("finishedAt"));
    run.sentSomething = members.flag(QLatin1String("sentSomething"));
    return run;
}

} // namespace

FileStamp stampOf(const QFileInfo& file)
{
    QFile journal(file.filePath());
    QByteArray firstLine;
    if (journal.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) firstLine = journal.read(checksumLength);
    return {file.size(), file.lastModified().toMSecsSinceEpoch(), file.metadataChangeTime().toMSecsSinceEpoch(),
            std::move(firstLine)};
}

JournalIndex JournalIndex::readFrom(const QString& path)
{
    if (const QFileInfo info(path); !info.isFile() || info.size() > largestIndex) return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto bytes = file.readAll();
    const std::string_view line(bytes.constData(), std::size_t(std::max(bytes.size() - 1, qsizetype(0))));
    const auto text = jsonIn(line, {});
    if (!text) return {};
    const auto json = QJsonDocument::fromJson(QByteArray::fromRawData(text->data(), qsizetype(text->size()))).object();
    if (json.value(QLatin1String("format")).toInt() != indexFormat) return {};
    JournalIndex index;
    index.m_writtenAt = QFileInfo(file).lastModified().toMSecsSinceEpoch();
    bool whole = true;
    for (const auto& value : json.value(QLatin1String("journals")).toArray()) {
        const auto entry = value.toObject();
        MemberReader members(entry, whole);
        const FileStamp stamp{members.number(QLatin1String("size")), members.number(QLatin1String("modified")),
                              members.number(QLatin1String("changed")),
                              QByteArray::fromStdString(members.text(QLatin1String("firstLine")))};
        index.add(shown(members.text(QLatin1String("name"))), stamp,
                  runIn(entry.value(QLatin1String("run")).toObject(), whole));
    }
    return whole ? index : JournalIndex();
}

void JournalIndex::writeTo(const QString& path) const
{
    QJsonArray journals;
    for (const auto& [name, entry] : m_entries)
        journals.append(QJsonObject{{QStringLiteral("name"), name},
                                    {QStringLiteral("size"), entry.stamp.size},
                                    {QStringLiteral("modified"), entry.stamp.modified},
                                    {QStringLiteral("changed"), entry.stamp.changed},
                                    {QStringLiteral("firstLine"), QString::fromLatin1(entry.stamp.firstLine)},
                                    {QStringLiteral("run"), runJson(entry.run)}});
    const QJsonObject whole{{QStringLiteral("format"), indexFormat}, {QStringLiteral("journals"), journals}};
    const auto line = checkedLine(QJsonDocument(whole).toJson(QJsonDocument::Compact).toStdString());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(line.data(), qint64(line.size()));
    file.commit();
}

const RunSummary* JournalIndex::find(const QString& name, const FileStamp& stamp) const
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end() || found->second.stamp != stamp) return nullptr;
    return stamp.modified < m_writtenAt - coarsestTime ? &found->second.run : nullptr;
}

void JournalIndex::add(const QString& name, const FileStamp& stamp, const RunSummary& run)
{
    m_entries.insert_or_assign(name, Entry{stamp, run});
}

} // namespace drydock::services
