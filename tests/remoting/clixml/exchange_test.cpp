// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Captures of a real Exchange 2019 server.
#include "recordings.h"

#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"

namespace drydock::clixml {

namespace {

class ExchangeCaptures : public testing::Test
{
protected:
    void SetUp() override
    {
        files = recordings::files(recordings::folder("exchange-clixml"), ".xml");
        if (files.empty()) GTEST_SKIP() << recordings::folder("exchange-clixml") << " is absent";
    }
    static bool isOrdinaryXml(const std::string& name)
    {
        return name.starts_with("Antimalware") || name == "Configuration.xml";
    }

    std::vector<std::filesystem::path> files;
};

TEST_F(ExchangeCaptures, CapturesAreReadAndOtherXmlIsRefused)
{
    for (const auto& file : files) {
        SCOPED_TRACE(file);
        const auto values = read(recordings::contents(file));
        EXPECT_EQ(values.has_value(), !isOrdinaryXml(file.filename())) << (values ? "" : values.error().summary());
        EXPECT_EQ(read(recordings::contents(file), Limits::asPowerShell()).has_value(), values.has_value());
        if (!values) {
            EXPECT_EQ(values.error().kind, domain::ErrorKind::Malformed);
            EXPECT_THAT(values.error().detail, testing::StartsWith("line "));
        }
    }
}

TEST_F(ExchangeCaptures, AreReadBackAsTheyWereWritten)
{
    for (const auto& file : files) {
        if (isOrdinaryXml(file.filename())) continue;
        SCOPED_TRACE(file);
        const auto values = read(recordings::contents(file));
        ASSERT_TRUE(values) << values.error().summary();
        const auto again = read(writeDocument(*values));
        ASSERT_TRUE(again) << again.error().summary();
        EXPECT_TRUE(*values == *again);
        EXPECT_TRUE(toJson(*values).value() == toJson(*again).value());
    }
}

TEST_F(ExchangeCaptures, HoldTheStatesOfComponents)
{
    const auto values =
        read(recordings::contents(recordings::folder("exchange-clixml") / "GetServerComponentState.xml"));
    ASSERT_TRUE(values);
    ASSERT_FALSE(values->empty());
    const Value& first = values->front();
    EXPECT_TRUE(first.isA("Microsoft.Exchange.Data.Directory.Management.ServerComponentStatePresentationObject"));
    EXPECT_EQ(first["Component"].display(), "ServerWideOffline");
    EXPECT_EQ(first["State"].display(), "Active");
    EXPECT_EQ(first["State"].toInt(), 1);
    EXPECT_FALSE(first.has("SerializationData"));
    EXPECT_FALSE(first["LocalStates"].items().empty());
}

TEST_F(ExchangeCaptures, ShareTheirTypeLists)
{
    const auto values =
        read(recordings::contents(recordings::folder("exchange-clixml") / "GetServerComponentState.xml"));
    ASSERT_TRUE(values);
    ASSERT_GT(values->size(), 1u);
    EXPECT_EQ((*values)[0].object()->types, (*values)[1].object()->types);
}

} // namespace

} // namespace drydock::clixml
