// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "programs.h"

#include "tests/support/paths.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

#include <csignal>

namespace drydock::tests {

std::vector<nlohmann::json> Ended::lines() const
{
    std::vector<nlohmann::json> result;
    for (const QByteArray& line : out.split('\n')) {
        if (!line.trimmed().isEmpty()) result.push_back(nlohmann::json::parse(line.toStdString(), nullptr, false));
    }
    return result;
}

void expectReading(const Ended& ended)
{
    EXPECT_LE(ended.code, 1) << ended.text(); // 1: there is something to attend to
    const auto json = ended.json();
    ASSERT_TRUE(json.is_object()) << ended.text();
    EXPECT_EQ(json["dags"][0]["servers"].size(), 2U) << ended.text();
    EXPECT_TRUE(json["errors"].empty()) << "both node endpoints answered too: " << ended.text();
}

void expectRefusal(const Ended& ended, int code, const char* kind)
{
    EXPECT_EQ(ended.code, code) << ended.text();
    EXPECT_TRUE(ended.out.isEmpty()) << ended.text();
    EXPECT_TRUE(ended.err.contains(QByteArray(QByteArray("kind: ") + kind))) << ended.text();
    EXPECT_TRUE(ended.err.contains("what to do: ")) << ended.text();
}

QString programPath(const char* name) { return QString::fromStdString((programFolder() / name).string()); }

namespace {

// Steps wait for minutes, and for half a minute between two readings that must agree.
QProcessEnvironment withFastTime()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), programPath("scaled_time.so"));
    environment.insert(QStringLiteral("DRYDOCK_TEST_TIME_SCALE"), QStringLiteral("10"));
    // The sanitizer's own library is loaded after what is preloaded.
    environment.insert(QStringLiteral("ASAN_OPTIONS"),
                       environment.value(QStringLiteral("ASAN_OPTIONS")) + QStringLiteral(":verify_asan_link_order=0"));
    return environment;
}

} // namespace

std::unique_ptr<QProcess> startCtl(const QStringList& arguments, const QByteArray& input)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(withFastTime());
    process->start(programPath("drydockctl"), arguments);
    if (process->waitForStarted(30'000)) {
        process->write(input);
        process->closeWriteChannel();
    }
    return process;
}

Ended waitFor(QProcess& process, int ms)
{
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, ms)) {
        process.kill();
        process.waitForFinished(10'000);
    }
    const bool normal = process.exitStatus() == QProcess::NormalExit && process.error() == QProcess::UnknownError;
    return {normal ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

void sendSignal(const QProcess& process, int signal)
{
    const auto pid = static_cast<pid_t>(process.processId());
    if (pid <= 0) {
        ADD_FAILURE() << process.program().toStdString() << " has ended before signal " << signal << " was sent";
        return;
    }
    EXPECT_EQ(::kill(pid, signal), 0) << "signal " << signal << " to process " << pid;
}

Ended ctl(const QStringList& arguments, const QByteArray& input, int ms)
{
    const auto process = startCtl(arguments, input);
    return waitFor(*process, ms);
}

LabProcess::LabProcess(const QStringList& options, const QByteArray& password) : m_process(std::make_unique<QProcess>())
{
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{QStringLiteral("lab"), QStringLiteral("serve")};
    arguments += options;
    m_process->start(programPath("drydockctl"), arguments);
    if (!m_process->waitForStarted(30'000)) return;
    m_process->write(password);
    m_process->closeWriteChannel();
    if (QTest::qWaitFor([this] { return m_process->canReadLine() || m_process->state() == QProcess::NotRunning; },
                        60'000))
        m_listening = nlohmann::json::parse(m_process->readLine().toStdString(), nullptr, false);
}

LabProcess::~LabProcess()
{
    m_process->terminate();
    if (!m_process->waitForFinished(15'000)) kill();
}

QString LabProcess::url() const { return QString::fromStdString(m_listening.value("exchange", "")); }

QStringList LabProcess::connection(const QString& user) const
{
    return connectionBy("basic") + QStringList{QStringLiteral("--user"), user, QStringLiteral("--password-stdin")};
}

QStringList LabProcess::connectionBy(const char* scheme) const
{
    QStringList options{QStringLiteral("--connect"), url(), QStringLiteral("--auth"), QString::fromLatin1(scheme)};
    options += {QStringLiteral("--client-url"), QString::fromStdString(m_listening.value("clients", ""))};
    for (const auto& [name, node] : m_listening["nodes"].items())
        options += {QStringLiteral("--node"), QString::fromStdString(name + "=" + node.get<std::string>())};
    return options;
}

} // namespace drydock::tests
