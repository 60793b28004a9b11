// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Faults armed in a lab that runs, from the command line, and the recording of a session as `inspect wire` prints it.
#include "programs.h"

#include "tests/support/qt_test.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

class LabControl : public ::testing::Test
{
protected:
    [[nodiscard]] QStringList control() const
    {
        return {QStringLiteral("--control"), QString::number(m_lab.listening()["control"].get<int>())};
    }
    [[nodiscard]] Ended status() const
    {
        return ctl(words("status --format json --data-dir") + QStringList{m_data.path()} + m_lab.connection(),
                   "practice\n");
    }

    const LabProcess m_lab{words("--time-scale 60 --control 0")};
    const QTemporaryDir m_data;
};

} // namespace

TEST_F(LabControl, ArmsAFaultThatTheNextProgramFeels)
{
    ASSERT_TRUE(m_lab.listens() && m_lab.listening().contains("control"));
    const Ended armed = ctl(words("lab inject html-page --operation Create --count 1") + control());
    EXPECT_EQ(armed.code, 0) << armed.text();
    EXPECT_EQ(armed.json(),
              nlohmann::json::parse(R"({"armed":[{"kind":"html-page","operation":"Create","count":1}],"struck":0})"));
    const Ended struck = status();
    EXPECT_EQ(struck.code, 7) << struck.text();
    EXPECT_TRUE(struck.err.contains("not-wsman")) << struck.text();
    EXPECT_LE(status().code, 1);
    EXPECT_EQ(ctl(words("lab faults") + control()).json(), nlohmann::json::parse(R"({"armed":[],"struck":1})"));
    ASSERT_EQ(ctl(words("lab inject unavailable --always") + control()).code, 0);
    EXPECT_EQ(ctl(words("lab disarm") + control()).json()["armed"].size(), 0U);
    EXPECT_LE(status().code, 1);
}

TEST_F(LabControl, RefusesWhatItDoesNotKnow)
{
    ASSERT_TRUE(m_lab.listens());
    const Ended unknown = ctl(words("lab inject nonsense") + control());
    EXPECT_EQ(unknown.code, 2) << unknown.text();
    EXPECT_TRUE(unknown.err.contains("is no fault")) << unknown.text();
    EXPECT_EQ(ctl(words("lab inject half-answer --cmdlet Get-Queue") + control()).code, 2);
    EXPECT_EQ(ctl(words("lab inject") + control()).code, 2);
    EXPECT_EQ(ctl(words("lab inject quota")).code, 2) << "without a port";
    EXPECT_EQ(ctl(words("lab faults --control 1")).code, 7) << "nobody listens there";
}

TEST(InspectWire, PrintsARecordingOfOursALineAMessage)
{
    const QTemporaryDir data;
    const QString file = data.filePath(QStringLiteral("wire.yml"));
    const Ended recorded = ctl(words("status --lab --format json --data-dir") +
                               QStringList{data.path(), QStringLiteral("--record"), file});
    ASSERT_LE(recorded.code, 1) << recorded.text();
    const Ended printed = ctl(words("inspect wire") + QStringList{file});
    EXPECT_EQ(printed.code, 0) << printed.text();
    for (const char* message : {"SESSION_CAPABILITY", "CREATE_PIPELINE", "PIPELINE_OUTPUT", "PIPELINE_STATE"})
        EXPECT_TRUE(printed.out.contains(message)) << message;
    for (const QByteArray& line : printed.out.trimmed().split('\n')) {
        EXPECT_TRUE(line.startsWith('#') || line.simplified().split(' ').size() == 8) << line.toStdString();
    }
    QFile whole(file);
    ASSERT_TRUE(whole.open(QIODevice::ReadOnly));
    QByteArray damaged = whole.readAll();
    damaged.replace(damaged.indexOf("<rsp:Stream ") + 1, 3, "???");
    const Ended broken = ctl(words("inspect wire -"), damaged);
    EXPECT_EQ(broken.code, 4) << broken.text();
    EXPECT_TRUE(broken.err.contains("the re")) << broken.text();
    EXPECT_TRUE(broken.err.contains(": line ")) << broken.text();
}
