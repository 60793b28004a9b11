// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Remembers the shells of this process in a small file, so that the next start deletes those that a crash has left:
// Exchange counts them for 15 minutes, and grants 18 to a user. The file holds no secret.
#pragma once

#include <QLockFile>
#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace drydock::session {

// Where a shell is, and whose it is.
struct ShellPlace {
    std::string endpoint;    // the URL without user and query
    std::string resourceUri; // of the configuration
    std::string user;

    auto operator<=>(const ShellPlace&) const = default;
};

// May be used on any thread. Errors of the file are not reported: without it a shell ends by its idle time-out.
class ShellLedger
{
public:
    // Takes over the entries of processes that have ended; those of running ones are left alone. Shells of which a day
    // has passed are forgotten, since no server keeps them so long.
    explicit ShellLedger(const QString& folder);
    // Removes the file if no shell is left.
    ~ShellLedger();
    ShellLedger(const ShellLedger&) = delete;
    ShellLedger& operator=(const ShellLedger&) = delete;

    // To be called before the shell is asked for.
    void add(const std::string& shellId, const ShellPlace& place);
    // The server has deleted the shell, or does not know it.
    void remove(const std::string& shellId);
    // Returns, once, the shells that processes which have ended left there. They are remembered until remove().
    [[nodiscard]] std::vector<std::string> takeLeftAt(const ShellPlace& place);

private:
    struct Entry {
        ShellPlace place;
        qint64 since = 0; // seconds since 1970
    };
    using Entries = std::map<std::string, Entry>; // by shell id

    [[nodiscard]] static Entries read(const QString& path);
    void takeOver();
    [[nodiscard]] bool begin();
    void save();

    std::mutex m_mutex;
    const QString m_folder;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    Entries m_entries;
    std::vector<std::pair<ShellPlace, std::string>> m_left; // that nobody has taken yet
};

} // namespace drydock::session
