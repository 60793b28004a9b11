// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Values: as the real engine reads them, so do we; and what we write, it reads.
#include "peer.h"
#include "random_clixml.h"

#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"
#include "tests/support/paths.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

namespace drydock::clixml {

namespace {

using nlohmann::json;

// Hash tables have no order, and the engine's JSON shows lone surrogates as U+FFFD.
json comparable(json value)
{
    if (value.is_array() || value.is_object()) {
        for (auto& child : value)
            child = comparable(child);
    }
    if (value.is_object() && value.contains("entries")) std::sort(value["entries"].begin(), value["entries"].end());
    return value;
}

json ours(const std::vector<Value>& values)
{
    std::string text = toJson(values).value();
    for (std::size_t i = text.find("\\ud"); i != std::string::npos; i = text.find("\\ud", i + 1)) {
        if (std::string_view("89abcdef").find(text[i + 3]) != std::string_view::npos) text.replace(i, 6, "\\ufffd");
    }
    return comparable(json::parse(text));
}

class EngineValues : public testing::Test
{
protected:
    void SetUp() override
    {
        if (const std::string reason = tests::Peer::unavailable(); !reason.empty()) GTEST_SKIP() << reason;
        peer = std::make_unique<tests::Peer>(QStringList{QStringLiteral("read-lines")});
    }
    json engine(const std::string& text)
    {
        peer->write(json{{"text", text}}.dump());
        const auto line = peer->readLine();
        EXPECT_TRUE(line) << peer->standardError();
        return json::parse(line.value_or("{}"));
    }
    void expectAgreement(const std::string& text)
    {
        const json theirs = engine(text);
        const auto values = read(text, Limits::asPowerShell());
        EXPECT_EQ(values.has_value(), theirs.contains("value"))
            << text << "\n  engine: " << theirs.dump() << "\n  ours: " << (values ? "read" : values.error().summary());
        if (!values || !theirs.contains("value")) return;
        EXPECT_EQ(ours(*values), comparable(theirs["value"])) << text;
    }

    // Shows the first element that differs.
    static void expectSame(const json& ours, const json& theirs, const std::vector<std::string>& elements)
    {
        ASSERT_EQ(ours.size(), theirs.size());
        for (std::size_t i = 0; i < elements.size(); ++i)
            ASSERT_TRUE(ours[i] == theirs[i]) << json::diff(ours[i], theirs[i]).dump() << '\n' << elements[i];
    }

    std::unique_ptr<tests::Peer> peer;
};

TEST_F(EngineValues, OfItsOwnSerializerAreReadAndWrittenBack)
{
    const auto path = tests::testData() / "vectors" / "engine.jsonl";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is absent";
    std::ifstream file(path);
    std::size_t count = 0;
    for (std::string line; std::getline(file, line);) {
        const json vector = json::parse(line);
        if (!vector.contains("text")) continue;
        const std::string text = vector["text"];
        expectAgreement(text);
        const auto values = read(text);
        ASSERT_TRUE(values);
        const json theirs = engine(writeDocument(*values));
        ASSERT_TRUE(theirs.contains("value")) << theirs.dump() << '\n' << writeDocument(*values);
        EXPECT_EQ(ours(*values), comparable(theirs["value"])) << text;
        ++count;
    }
    EXPECT_GT(count, 100u);
}

TEST_F(EngineValues, EdgeCasesAreReadAsTheEngineReadsThem)
{
    for (const char* text : {
#include "edge_cases.inc"
         })
        expectAgreement(text);
}

TEST_F(EngineValues, ExchangeCapturesAreReadAsTheEngineReadsThem)
{
    const auto folder = tests::testData() / "exchange-clixml";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is absent";
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::string text((std::istreambuf_iterator<char>(file)), {});
        if (text.starts_with("\xFF\xFE") || text.size() > 450'000) continue; // too large for one line of JSON
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        SCOPED_TRACE(entry.path());
        const json theirs = engine(text);
        const auto values = read(text, Limits::asPowerShell());
        ASSERT_EQ(values.has_value(), theirs.contains("value")) << theirs.dump().substr(0, 500);
        if (!values) continue;
        EXPECT_TRUE(ours(*values) == comparable(theirs["value"]));
        ++count;
    }
    EXPECT_GT(count, 30u);
}

// Numbers of every size, as doubles, floats and decimals.
TEST_F(EngineValues, NumbersAreReadAsTheEngineReadsThem)
{
    std::mt19937_64 random(11);
    for (int i = 0; i < 400; ++i) {
        std::string digits = std::to_string(random());
        digits.resize(1 + random() % digits.size());
        const std::string exponent =
            random() % 2 == 0 ? "" : "E" + std::to_string(static_cast<int>(random() % 40) - 20);
        std::string number = digits;
        if (random() % 2 == 0) number.insert(random() % number.size() + 1, ".");
        expectAgreement("<Db>" + number + exponent + "</Db><Sg>-" + number + exponent + "</Sg>");
        expectAgreement("<D>" + number + std::to_string(random() % 1000000) + "</D>");
    }
}

// Random objects of a generator that knows nothing of our writer: both read them alike, and the engine reads what we
// write of them as the same. DRYDOCK_RANDOM_OBJECTS says how many.
TEST_F(EngineValues, RandomObjectsAreReadAlikeBothWays)
{
    constexpr std::size_t ofADocument = 20;
    const auto asked = std::getenv("DRYDOCK_RANDOM_OBJECTS");
    const std::size_t count = asked ? std::strtoul(asked, nullptr, 10) : 500;
    for (std::size_t seed = 0; seed * ofADocument < count && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        const auto elements = tests::RandomClixml(seed).elements(ofADocument);
        std::string text;
        for (const auto& element : elements)
            text += element;
        const auto values = read(text, Limits::asPowerShell());
        const json theirs = engine(text);
        ASSERT_EQ(values.has_value(), theirs.contains("value"))
            << text << "\n  engine: " << theirs.dump() << "\n  ours: " << (values ? "read" : values.error().summary());
        if (!values) continue;
        expectSame(ours(*values), comparable(theirs["value"]), elements);
        const auto written = writeDocument(*values);
        const json again = engine(written);
        ASSERT_TRUE(again.contains("value")) << again.dump() << '\n' << written;
        expectSame(ours(*values), comparable(again["value"]), elements);
    }
    std::printf("%zu objects\n", count);
}

} // namespace

} // namespace drydock::clixml
