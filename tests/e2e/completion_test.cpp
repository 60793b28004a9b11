// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What shells offer for a command line of drydockctl: what its own --help lists, and nothing that it does not take.
#include "programs.h"

#include "tests/support/qt_test.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

Ended shell(const char* name, const QStringList& options, const QByteArray& script)
{
    QProcess process;
    process.start(QString::fromLatin1(name), options);
    process.write(script);
    process.closeWriteChannel();
    return waitFor(process, 60'000);
}

class BashCompletion : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("bash")).isEmpty()) GTEST_SKIP() << "no bash here";
        const Ended printed = ctl(words("completion bash"));
        ASSERT_EQ(printed.code, 0) << printed.text();
        script = printed.out;
    }
    // What is offered for the last word, which may be empty.
    [[nodiscard]] QStringList offered(const QStringList& line) const
    {
        QByteArray call = script + "COMP_WORDS=(drydockctl";
        for (const QString& word : line)
            call += " '" + word.toLocal8Bit() + "'";
        call +=
            "); COMP_CWORD=" + QByteArray::number(line.size()) + "; _drydockctl; printf '%s\\n' \"${COMPREPLY[@]}\"\n";
        const Ended ended = shell("bash", {QStringLiteral("--norc")}, call);
        EXPECT_TRUE(ended.code == 0 && ended.err.isEmpty()) << ended.text();
        return QString::fromLocal8Bit(ended.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

    QByteArray script;
};

QStringList commandsOfHelp()
{
    static const QRegularExpression command(QStringLiteral("^  ([a-z]+) "), QRegularExpression::MultilineOption);
    const auto help = QString::fromUtf8(ctl({QStringLiteral("--help")}).out);
    QStringList found;
    for (auto it = command.globalMatch(help.mid(help.indexOf(QStringLiteral("Subcommands:")))); it.hasNext();)
        found += it.next().captured(1);
    return found;
}

TEST_F(BashCompletion, OffersTheCommands)
{
    EXPECT_EQ(offered({QString()}), commandsOfHelp());
    EXPECT_EQ(offered({QStringLiteral("re")}), (words("resume report")));
    EXPECT_EQ(offered({QStringLiteral("--lab"), QStringLiteral("insp")}), words("inspect"));
}

TEST_F(BashCompletion, OffersEveryOptionThatHelpLists)
{
    static const QRegularExpression option(QStringLiteral("^  (?:-\\w,)?(--[a-z-]+)"),
                                           QRegularExpression::MultilineOption);
    const auto commands = commandsOfHelp();
    ASSERT_GT(commands.size(), 10);
    for (const QString& command : commands) {
        const auto help = QString::fromUtf8(ctl({command, QStringLiteral("--help")}).out);
        const auto all = offered({command, QStringLiteral("-")});
        int listed = 0;
        for (auto it = option.globalMatch(help); it.hasNext(); ++listed)
            EXPECT_TRUE(all.contains(it.next().captured(1))) << command.toStdString() << '\n' << help.toStdString();
        EXPECT_GE(listed, 3) << command.toStdString();
    }
}

TEST_F(BashCompletion, OffersTheWordsOfAValueAndOfAnArgument)
{
    EXPECT_EQ(offered(words("status --format ") /* ends with an empty word */), words("table json csv"));
    EXPECT_EQ(offered(words("watch --format ")), words("table jsonl"));
    EXPECT_EQ(offered(words("check --format = j")), words("json")) << "bash splits at =";
    EXPECT_EQ(offered(words("check --auth k")), words("kerberos"));
    EXPECT_EQ(offered(words("run ")), words("enter leave reinstate reboot rebalance rolling"));
    EXPECT_EQ(offered(words("run --reason enter l")), words("leave")) << "a value is no argument";
}

TEST_F(BashCompletion, OffersNothingForATextOfOnesOwn)
{
    EXPECT_EQ(offered(words("run enter MAIL --reason ")), QStringList());
    EXPECT_EQ(offered(words("run enter ")), QStringList());
    EXPECT_FALSE(offered(words("status -")).contains(QStringLiteral("--tour")));
}

TEST(ZshCompletion, IsAScriptThatZshReads)
{
    if (QStandardPaths::findExecutable(QStringLiteral("zsh")).isEmpty()) GTEST_SKIP() << "no zsh here";
    const Ended printed = ctl(words("completion zsh"));
    EXPECT_TRUE(printed.out.startsWith("#compdef drydockctl\n")) << printed.text();
    const Ended read = shell("zsh", {QStringLiteral("-f")},
                             "autoload -Uz compinit; compinit -D\n" + printed.out + "\nprint ${_comps[drydockctl]}\n");
    EXPECT_EQ(read.out, "_drydockctl\n") << read.text();
    EXPECT_TRUE(read.err.isEmpty()) << read.text();
}

TEST(Completion, OfAnUnknownShellIsAUsageError)
{
    EXPECT_EQ(ctl(words("completion fish")).code, 2);
    EXPECT_EQ(ctl(words("completion")).code, 2);
}

} // namespace
