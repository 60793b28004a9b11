// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/campaign_file_store.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <random>

namespace drydock::services {
namespace {

using domain::ErrorKind;
using namespace maintenance;

class CampaignFileStoreTest : public ::testing::Test
{
protected:
    // Two servers, the first of which is being taken into maintenance.
    void write(const std::string& id, const std::string& group = "DAG1")
    {
        auto journal = store.create(id, group);
        ASSERT_TRUE(journal) << journal.error().summary();
        CampaignPlan plan;
        plan.group = group;
        plan.servers = {domain::ServerName("EX1"), domain::ServerName("EX2")};
        plan.fqdns = {"ex1.contoso.com", "ex2.contoso.com"};
        plan.between = BetweenKind::Command;
        plan.program = {"/usr/bin/patch"};
        std::uint64_t sequence = 0;
        for (CampaignRecordBody body : std::vector<CampaignRecordBody>{
                 campaign_record::Created{newCampaign(id, plan)},
                 campaign_record::StageStarted{0, CampaignStage::Enter, "run-1", "15.2"},
                 campaign_record::StageEnded{0, CampaignStage::Enter, StageStatus::Done, {}, {}},
                 campaign_record::StageStarted{0, CampaignStage::Between, {}, {}}})
            ASSERT_TRUE((*journal)->append({sequence++, domain::Time{}, std::move(body)}));
    }
    [[nodiscard]] QString path(const std::string& id) const
    {
        return dir.path() + QLatin1Char('/') + QString::fromStdString(id) + QStringLiteral(".jsonl");
    }
    [[nodiscard]] QByteArray bytes(const std::string& id) const
    {
        QFile file(path(id));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void overwrite(const std::string& id, const QByteArray& content) const
    {
        QFile file(path(id));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
    }

    QTemporaryDir dir;
    CampaignFileStore store{dir.path()};
};

TEST_F(CampaignFileStoreTest, WhatWasWrittenIsThereAfterAProcessEnded)
{
    write("a");
    const auto opened = store.open("a");
    ASSERT_TRUE(opened) << opened.error().summary();
    EXPECT_EQ(opened->nextSequence, 4U);
    EXPECT_EQ(opened->state.plan.fqdnOf(domain::ServerName("EX2")), "ex2.contoso.com");
    EXPECT_EQ(opened->state.servers[0].at(CampaignStage::Enter).runId, "run-1");
    EXPECT_EQ(opened->state.servers[0].at(CampaignStage::Between).status, StageStatus::Unknown)
        << "a program was started, and nothing says how it ended";
}

TEST_F(CampaignFileStoreTest, AGroupHasOneCampaignAtATime)
{
    write("a");
    write("other", "DAG2");
    const auto open = store.open("a");
    ASSERT_TRUE(open);
    const auto second = store.create("b", "dag1");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Locked);
    EXPECT_NE(second.error().detail.find("another campaign is under way there"), std::string::npos);
    EXPECT_FALSE(QFile::exists(path("b"))) << "nothing is left of it";
    EXPECT_TRUE(store.open("other")) << "another group is free";
}

TEST_F(CampaignFileStoreTest, OneOfAGroupIsOpenedAtATime)
{
    write("a");
    write("c", "dag1");
    {
        const auto open = store.open("a");
        ASSERT_TRUE(open);
        const auto second = store.open("c");
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().kind, ErrorKind::Locked);
    }
    EXPECT_TRUE(store.open("c")) << "the first is closed, and what was refused has left no lock";
}

TEST_F(CampaignFileStoreTest, ServersOutsideAnyGroupExcludeNobody)
{
    const auto one = store.create("a", "");
    ASSERT_TRUE(one);
    EXPECT_TRUE(store.create("b", ""));
}

TEST_F(CampaignFileStoreTest, ATornLastLineIsCutOff)
{
    write("a");
    const auto whole = bytes("a");
    overwrite("a", whole + "0123456789abcdef {\"se");
    const auto opened = store.open("a");
    ASSERT_TRUE(opened) << opened.error().summary();
    EXPECT_EQ(opened->nextSequence, 4U);
    EXPECT_EQ(bytes("a"), whole);
}

TEST_F(CampaignFileStoreTest, ADamagedLineIsNamedAndNothingIsChanged)
{
    write("a");
    auto damaged = bytes("a");
    damaged.replace("run-1", "run-2");
    overwrite("a", damaged);
    const auto opened = store.open("a");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(bytes("a"), damaged);
    const auto listed = store.list();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_TRUE(listed[0].error);
    EXPECT_FALSE(listed[0].resumable());
}

TEST_F(CampaignFileStoreTest, AHostileNameLeavesTheFolderAlone)
{
    for (const auto* name : {"../a", "a/b", "", ".hidden", "a\nb"}) {
        EXPECT_FALSE(store.create(name, "DAG1")) << name;
        EXPECT_FALSE(store.open(name)) << name;
    }
}

// Bytes that somebody has changed are refused or are a shorter campaign; what is read is never more than was written.
TEST_F(CampaignFileStoreTest, ChangedBytesAreNeverAnotherCampaign)
{
    write("a");
    const auto whole = bytes("a");
    const auto before = store.open("a")->state;
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        auto changed = whole;
        switch (random() % 4) {
        case 0:
            changed[qsizetype(random() % std::uint32_t(changed.size()))] = char(random());
            break;
        case 1:
            changed.truncate(qsizetype(random() % std::uint32_t(changed.size())));
            break;
        case 2:
            changed.insert(qsizetype(random() % std::uint32_t(changed.size())), char(random()));
            break;
        default:
            changed.remove(qsizetype(random() % std::uint32_t(changed.size())), 1 + qsizetype(random() % 40));
        }
        overwrite("a", changed);
        const auto listed = store.list();
        ASSERT_EQ(listed.size(), 1U);
        if (listed[0].error) continue;
        EXPECT_EQ(listed[0].state.plan, before.plan);
        if (changed.size() >= whole.size() && changed != whole) {
            EXPECT_LT(listed[0].state.servers[0].at(CampaignStage::Between).startedAt,
                      before.servers[0].at(CampaignStage::Between).startedAt)
                << "a changed line counts as written: " << i;
        }
    }
}

} // namespace
} // namespace drydock::services
