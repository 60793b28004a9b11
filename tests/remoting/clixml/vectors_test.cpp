// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the real PowerShell engine made of the same texts.
#include "recordings.h"

#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"

namespace drydock::clixml {

namespace {

using nlohmann::json;

// The engine's JSON shows a lone surrogate as U+FFFD, and its hash tables have no order.
json comparable(json value)
{
    if (value.is_array() || value.is_object()) {
        for (auto& child : value)
            child = comparable(child);
    }
    if (value.is_object() && value.contains("entries")) std::sort(value["entries"].begin(), value["entries"].end());
    return value;
}

json parsed(std::string text)
{
    bool afterHigh = false;
    for (std::size_t i = text.find("\\ud"); i != std::string::npos; i = text.find("\\ud", i + 1)) {
        if (std::string_view("89abcdef").find(text[i + 3]) == std::string_view::npos) continue;
        EXPECT_FALSE(afterHigh && text[i + 3] >= 'c' && text.compare(i - 6, 3, "\\ud") == 0)
            << "a pair left in halves: " << text;
        afterHigh = text[i + 3] < 'c';
        text.replace(i, 6, "\\ufffd");
    }
    return comparable(json::parse(text));
}

class Vectors : public testing::TestWithParam<const char*>
{
protected:
    void SetUp() override
    {
        path = recordings::folder("vectors") / GetParam();
        if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is absent";
    }
    std::filesystem::path path;
};

TEST_P(Vectors, AgreeWithTheEngine)
{
    for (const json& line : recordings::lines(path)) {
        if (!line.contains("text")) continue; // the engine could not write it
        const std::string text = line["text"];
        SCOPED_TRACE(line["case"].get<std::string>() + ": " + text);
        const auto values = read(text, Limits::asPowerShell());
        if (!line.contains("value")) {
            if (text.starts_with("<SS>")) continue; // reading it needs a session key
            EXPECT_FALSE(values) << "the engine says: " << line["error"];
            continue;
        }
        ASSERT_TRUE(values) << values.error().summary();
        const auto printed = toJson(*values);
        ASSERT_TRUE(printed);
        EXPECT_EQ(parsed(*printed), comparable(line["value"]));
    }
}

TEST_P(Vectors, AreReadBackAsTheyWereWritten)
{
    for (const json& line : recordings::lines(path)) {
        if (!line.contains("text") || !line.contains("value")) continue;
        SCOPED_TRACE(line["case"].get<std::string>());
        const auto values = read(line["text"].get<std::string>());
        ASSERT_TRUE(values) << values.error().summary();
        const std::string document = writeDocument(*values);
        const auto again = read(document, Limits::asPowerShell());
        ASSERT_TRUE(again) << again.error().summary() << '\n' << document;
        EXPECT_TRUE(*values == *again) << document;
        std::string fragment;
        for (const Value& value : *values)
            fragment = write(value);
        if (values->size() != 1) continue;
        EXPECT_TRUE(read(fragment).value() == *values) << fragment;
    }
}

INSTANTIATE_TEST_SUITE_P(Engine, Vectors, testing::Values("engine.jsonl", "clixml.jsonl"),
                         [](const auto& parameter) { return std::string(parameter.param).substr(0, 6); });

} // namespace

} // namespace drydock::clixml
