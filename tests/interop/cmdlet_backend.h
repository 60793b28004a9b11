// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the cmdlets of an engine's session call: the lab's organisation behind HTTP, as Backend.cs of the peer asks it.
#pragma once

#include "remoting/lab/organisation.h"

#include <QSemaphore>
#include <QString>
#include <QThread>

#include <atomic>
#include <mutex>

namespace drydock::tests {

// Serves on a thread of its own, since the test waits for the engine meanwhile.
class CmdletBackend final : public QThread
{
public:
    explicit CmdletBackend(lab::Organisation& organisation);
    ~CmdletBackend() override;

    [[nodiscard]] QString url() const { return m_url; }
    // As whom the next cmdlets are run.
    void setCaller(const lab::Caller& caller);
    // Returns how long the last cmdlet takes.
    [[nodiscard]] domain::Duration duration() const;
    // How the entries of component states are serialized.
    enum class Entries { Text, Objects };
    // Returns a start-up script with the functions of a session: all cmdlets of the lab, and nothing else.
    [[nodiscard]] QString script(Entries form) const;

private:
    void run() override;
    [[nodiscard]] std::string answer(const std::string& cmdlet, const std::string& arguments);

    lab::Organisation& m_organisation;
    mutable std::mutex m_mutex;
    lab::Caller m_caller;
    domain::Duration m_duration{};
    QString m_url;
    QSemaphore m_listens;
    std::atomic<bool> m_ending = false;
};

} // namespace drydock::tests
