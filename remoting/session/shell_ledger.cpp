// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/shell_ledger.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace drydock::session {
namespace {

constexpr qint64 longest = qint64{24} * 3600; // seconds that an entry is kept
constexpr qint64 mostBytes = 1'000'000;
constexpr std::size_t mostEntries = 1000; // a server grants 18 to a user

qint64 now() { return QDateTime::currentSecsSinceEpoch(); }

// A process holds the lock beside its file while it runs. The lock of one that has ended is taken at once.
std::unique_ptr<QLockFile> lockBeside(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

std::string textOf(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

} // namespace

ShellLedger::ShellLedger(const QString& folder) : m_folder(folder) { takeOver(); }

ShellLedger::~ShellLedger()
{
    if (m_entries.empty() && m_lock) QFile::remove(m_path);
}

ShellLedger::Entries ShellLedger::read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) return {};
    Entries entries;
    for (const auto& item : QJsonDocument::fromJson(file.readAll()).array()) {
        const auto object = item.toObject();
        const auto since = object.value(QLatin1String("since")).toInteger();
        const auto age = now() - since;
        if (age < 0 || age > longest) continue;
        entries[textOf(object, "shell")] = {
            {textOf(object, "endpoint"), textOf(object, "resource"), textOf(object, "user")}, since};
    }
    return entries;
}

void ShellLedger::takeOver()
{
    const QDir folder(m_folder);
    for (const auto& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const auto path = folder.filePath(name);
        const auto lock = path == m_path ? nullptr : lockBeside(path);
        if (!lock) continue; // its process runs
        for (auto& [shell, entry] : read(path)) {
            m_left.emplace_back(entry.place, shell);
            m_entries.insert_or_assign(shell, std::move(entry));
        }
        if (!m_entries.empty()) save(); // first here, so that a crash between the two loses nothing
        QFile::remove(path);
    }
}

void ShellLedger::add(const std::string& shellId, const ShellPlace& place)
{
    const std::scoped_lock lock(m_mutex);
    if (m_entries.size() >= mostEntries) return;
    m_entries.insert_or_assign(shellId, Entry{place, now()});
    save();
}

void ShellLedger::remove(const std::string& shellId)
{
    const std::scoped_lock lock(m_mutex);
    if (m_entries.erase(shellId) > 0) save();
}

std::vector<std::string> ShellLedger::takeLeftAt(const ShellPlace& place)
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::string> shells;
    std::erase_if(m_left, [&](const auto& left) {
        if (left.first != place) return false;
        shells.push_back(left.second);
        return true;
    });
    return shells;
}

// A process that opens no shell makes no file.
bool ShellLedger::begin()
{
    if (!QDir().mkpath(m_folder)) return false;
    m_path = QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".json"));
    m_lock = lockBeside(m_path);
    return m_lock != nullptr;
}

void ShellLedger::save()
{
    QJsonArray items;
    for (const auto& [shell, entry] : m_entries)
        items.append(QJsonObject{{QStringLiteral("shell"), QString::fromStdString(shell)},
                                 {QStringLiteral("endpoint"), QString::fromStdString(entry.place.endpoint)},
                                 {QStringLiteral("resource"), QString::fromStdString(entry.place.resourceUri)},
                                 {QStringLiteral("user"), QString::fromStdString(entry.place.user)},
                                 {QStringLiteral("since"), entry.since}});
    if (!m_lock && !begin()) return;
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(items).toJson());
    file.commit();
}

} // namespace drydock::session
