// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The built programs as processes: drydockctl with its answer, and a lab of its own for each test.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <nlohmann/json.hpp>

namespace drydock::tests {

// The arguments in `text`, which are separated by single spaces.
[[nodiscard]] inline QStringList words(const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); }

struct Ended {
    int code = -1; // -1: it crashed, or did not end in time
    QByteArray out;
    QByteArray err;
    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
    [[nodiscard]] std::vector<nlohmann::json> lines() const; // JSON lines
    [[nodiscard]] std::string text() const
    {
        return "exit " + std::to_string(code) + "\nout: " + out.toStdString() + "\nerr: " + err.toStdString();
    }
};

[[nodiscard]] QString programPath(const char* name);

// Starts drydockctl, whose system time runs ten times as fast; standard input gets `input` and ends.
[[nodiscard]] std::unique_ptr<QProcess> startCtl(const QStringList& arguments, const QByteArray& input = {});
// Lets the event loop run until it has ended (servers of the test live on it).
[[nodiscard]] Ended waitFor(QProcess& process, int ms = 240'000);
// Sends a signal to a program under way. The test fails when the program has ended: it has no process id any more, and
// the id 0 stands for the test's own process group.
void sendSignal(const QProcess& process, int signal);
[[nodiscard]] Ended ctl(const QStringList& arguments, const QByteArray& input = {}, int ms = 240'000);

// Expects what `status --format json` says of the lab's two servers, read without an error.
void expectReading(const Ended& ended);
// Expects the kind of an error and what to do, with this exit code and nothing on standard output.
void expectRefusal(const Ended& ended, int code, const char* kind);

// `drydockctl lab serve`, ended with the test.
class LabProcess
{
public:
    explicit LabProcess(const QStringList& options = {QStringLiteral("--time-scale"), QStringLiteral("60")},
                        const QByteArray& password = {});
    ~LabProcess();

    [[nodiscard]] bool listens() const { return m_listening.is_object(); }
    [[nodiscard]] const nlohmann::json& listening() const { return m_listening; }
    [[nodiscard]] QString url() const;
    // Connection options for this lab, as the admin or another user; the password goes by standard input.
    [[nodiscard]] QStringList connection(const QString& user = QStringLiteral("LAB\\admin")) const;
    // The same by another scheme, without user and password.
    [[nodiscard]] QStringList connectionBy(const char* scheme) const;
    void kill()
    {
        m_process->kill();
        m_process->waitForFinished(10'000);
    }

private:
    std::unique_ptr<QProcess> m_process;
    nlohmann::json m_listening;
};

} // namespace drydock::tests
