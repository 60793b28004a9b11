// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The shells of a process are remembered until the server has deleted them, also beyond a crash.
#include "remoting/session/shell_ledger.h"
#include "tests/remoting/session/shell_fixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>

using namespace drydock;
using namespace drydock::session;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

const ShellPlace here{"http://ex1/PowerShell", "urn:exchange", "LAB\\admin"};

class Ledger : public tests::ShellTest
{
protected:
    ~Ledger() override { destroy(); } // before the folder goes
    [[nodiscard]] QString path() const { return folder.path(); }
    [[nodiscard]] QStringList files() const { return QDir(path()).entryList({QStringLiteral("*.json")}); }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(QDir(path()).filePath(files().value(0)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // What a process that was killed leaves: its file, and a lock that nobody holds.
    void leave(const std::string& shellId, const ShellPlace& place)
    {
        QTemporaryDir other;
        ShellLedger ledger(other.path());
        ledger.add(shellId, place);
        const auto name = QDir(other.path()).entryList({QStringLiteral("*.json")}).value(0);
        ASSERT_TRUE(QFile::copy(other.filePath(name), folder.filePath(name)));
    }

    QTemporaryDir folder;
};

} // namespace

TEST_F(Ledger, TakesOverWhatAKilledProcessLeft)
{
    leave("A", here);
    leave("B", {"http://ex2/PowerShell", here.resourceUri, here.user});
    {
        ShellLedger ledger(path());
        EXPECT_EQ(files().size(), 1) << "the files of both are one now";
        EXPECT_THAT(ledger.takeLeftAt(here), ElementsAre("A"));
        EXPECT_THAT(ledger.takeLeftAt(here), IsEmpty()) << "once";
        EXPECT_THAT(ledger.takeLeftAt({here.endpoint, here.resourceUri, "LAB\\other"}), IsEmpty());
        ledger.remove("A");
    }
    ShellLedger next(path());
    EXPECT_THAT(next.takeLeftAt(here), IsEmpty());
    EXPECT_THAT(next.takeLeftAt({"http://ex2/PowerShell", here.resourceUri, here.user}), ElementsAre("B"))
        << "nobody has deleted it yet";
    next.remove("B");
}

TEST_F(Ledger, LeavesTheShellsOfARunningProcessAlone)
{
    ShellLedger running(path());
    running.add("A", here);
    ShellLedger second(path());
    EXPECT_THAT(second.takeLeftAt(here), IsEmpty());
    EXPECT_EQ(files().size(), 1);
}

TEST_F(Ledger, AProcessWithoutShellsLeavesNoTrace)
{
    const auto unused = folder.filePath(QStringLiteral("unused"));
    {
        ShellLedger ledger(unused);
    }
    EXPECT_FALSE(QDir(unused).exists());
    {
        ShellLedger ledger(path());
        ledger.add("A", here);
        ledger.remove("A");
    }
    EXPECT_TRUE(QDir(path()).isEmpty()) << QDir(path()).entryList().join(QLatin1Char(' ')).toStdString();
}

TEST_F(Ledger, OldEntriesAndDamagedFilesAreForgotten)
{
    QFile old(folder.filePath(QStringLiteral("old.json")));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write(
        R"([{"shell":"A","endpoint":"http://ex1/PowerShell","resource":"urn:exchange","user":"LAB\\admin","since":1}])");
    old.close();
    QFile damaged(folder.filePath(QStringLiteral("damaged.json")));
    ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
    damaged.write("[{\"shell\":");
    damaged.close();
    {
        ShellLedger ledger(path());
        EXPECT_THAT(ledger.takeLeftAt(here), IsEmpty());
    }
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(Ledger, HoldsAShellFromItsCreationToItsDeletion)
{
    auto ledger = std::make_shared<ShellLedger>(path());
    auto setup = ShellSetup{tests::shortTimeouts(), {}, {}, {}, {}, ledger};
    ASSERT_TRUE(wait(shell(false, setup).open()));
    ASSERT_FALSE(host.requests.empty());
    const auto id = std::get<wsman::CreateBody>(host.requests.front().body).shellId;
    EXPECT_TRUE(content().contains(id.c_str())) << content().toStdString();
    QFile file(QDir(path()).filePath(files().value(0)));
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    close();
    EXPECT_FALSE(content().contains(id.c_str()));
    ASSERT_TRUE(wait(m_shell->open()));
    host.injected = [](const std::string& operation, int) {
        return operation == "Delete" ? tests::InjectedFault{tests::InjectedFault::Kind::DropBefore, {}, 0, 0}
                                     : tests::InjectedFault{};
    };
    close();
    EXPECT_TRUE(content().contains("127.0.0.1")) << "nobody knows that it was deleted";
}

TEST_F(Ledger, AShellThatTheServerDidNotMakeIsForgotten)
{
    auto ledger = std::make_shared<ShellLedger>(path());
    auto setup = ShellSetup{tests::shortTimeouts(), {}, {}, {}, {}, ledger};
    host.fault = [](const std::string& operation, int) -> std::optional<wsman::Fault> {
        if (operation == "Create") return wsman::makeFault(wsman::code::accessDenied, "no");
        return std::nullopt;
    };
    ASSERT_FALSE(wait(shell(false, setup).open()));
    EXPECT_FALSE(content().contains("127.0.0.1")) << content().toStdString();
}

TEST_F(Ledger, TheFirstShellAtAnEndpointDeletesThoseThatWereLeftThere)
{
    const ShellPlace place{
        host.url().toString().toStdString(), "http://schemas.microsoft.com/powershell/Microsoft.Exchange", {}};
    leave("LEFT", place);
    leave("ELSEWHERE", here);
    auto ledger = std::make_shared<ShellLedger>(path());
    auto setup = ShellSetup{tests::shortTimeouts(), {}, {}, {}, {}, ledger};
    ASSERT_TRUE(wait(shell(false, setup).open()));
    EXPECT_TRUE(tests::waitUntil([&] { return !content().contains("LEFT"); })) << "the server does not know it";
    ASSERT_EQ(host.count("Delete"), 1);
    EXPECT_EQ(host.requests.back().shellId(), "LEFT");
    EXPECT_TRUE(content().contains("ELSEWHERE"));
    EXPECT_TRUE(invoke("Get-X"));
}
