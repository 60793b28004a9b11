// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"
#include "remoting/clixml/text.h"
#include "remoting/clixml/writer.h"

#include <random>

namespace drydock::clixml {

namespace {

TEST(Writer, WritesAsWindowsDoes)
{
    EXPECT_EQ(write(Value()), "<Nil />");
    EXPECT_EQ(write(Value::string("a<b>&\"c\"\r\n_x0041_ _X\x7F")),
              "<S>a&lt;b&gt;&amp;\"c\"_x000D__x000A__x005F_x0041_ _x005F_X_x007F_</S>");
    EXPECT_EQ(write(Value::string("\xF0\x9F\x98\x80\xED\xA0\x80\xC2\x85\xEF\xBF\xBE")),
              "<S>_xD83D__xDE00__xD800__x0085__xFFFE_</S>");
    Object object;
    object.extended = {{"a \"b\"<\n", Value::int32(1)}};
    EXPECT_EQ(write(Value::object(object)),
              "<Obj RefId=\"0\"><MS><I32 N=\"a &quot;b&quot;&lt;_x000A_\">1</I32></MS></Obj>");
}

TEST(Writer, KeepsTheOrderOfParts)
{
    EXPECT_EQ(
        write(Value::enumeration("T", "One", 1)),
        "<Obj RefId=\"0\"><TN RefId=\"0\"><T>T</T><T>System.Enum</T><T>System.ValueType</T><T>System.Object</T></TN>"
        "<ToString>One</ToString><I32>1</I32></Obj>");
    EXPECT_EQ(write(Value::list({Value::list({}), Value::string("x")})),
              "<Obj RefId=\"0\"><TN RefId=\"0\"><T>System.Object[]</T><T>System.Array</T><T>System.Object</T></TN>"
              "<LST><Obj RefId=\"1\"><TNRef RefId=\"0\" /><LST></LST></Obj><S>x</S></LST></Obj>");
}

TEST(Writer, WritesReferencesAndBoundsTheDepth)
{
    const Value shared = Value::list({});
    EXPECT_THAT(write(Value::list({shared, shared})), testing::HasSubstr("<Ref RefId=\"1\" />"));
    Value deep = Value::string("bottom");
    for (int level = 0; level < 200; ++level)
        deep = Value::list({deep});
    EXPECT_TRUE(read(write(deep), Limits::asPowerShell()));
}

TEST(Writer, WritesProgress)
{
    const std::string xml =
        "<PR><AV>Moving</AV><AI>1</AI><Nil /><PI>-1</PI><PC>40</PC><T>Processing</T><SR>-1</SR><SD>DB01</SD></PR>";
    EXPECT_EQ(write(read(xml).value().front()), xml);
    EXPECT_EQ(read(xml).value().front()["PercentComplete"].toInt(), 40);
    EXPECT_EQ(toJson(read(xml).value()).value(), "[{}]");
}

TEST(Json, EscapesWhatJsonCannotHold)
{
    EXPECT_EQ(toJson({Value::string("\"\\\n\x01 \xED\xA0\x80 \xC3\xA9")}).value(),
              R"([{"type":"S","text":"\"\\\u000a\u0001 \ud800 )"
              "\xC3\xA9"
              R"("}])");
    EXPECT_EQ(toJson({}).value(), "[]");
}

// Trees of every kind, with texts that hurt.
class Trees
{
public:
    explicit Trees(unsigned seed) : m_generator(seed) {}

    Value value(int depth)
    {
        const unsigned kind = m_random() % (depth > 0 ? 12 : 6);
        if (kind >= 6) return object(depth - 1);
        switch (kind) {
        case 0:
            return {};
        case 1:
            return Value::int32(static_cast<std::int32_t>(m_random()));
        case 2:
            return Value::boolean(m_random() % 2 == 0);
        case 3:
            return Value(Type::ScriptBlock, text());
        case 4:
            return Value(Type::Uri, text());
        default:
            return Value::string(text());
        }
    }

private:
    std::string text()
    {
        static constexpr std::u32string_view palette =
            U"aZ09_xX<>&\"' \t\r\n\x01\x7F\x85\u00e9\u4e2d\U0001F600\xFFFE\xFFFF]-;#";
        std::string out;
        for (unsigned i = m_random() % 12; i > 0; --i) {
            switch (m_random() % 12) {
            case 0:
                out += "_x00";
                break;
            case 1:
                out += "41_";
                break;
            case 2:
                appendCodePoint(out, 0xD800 + m_random() % 0x400), out += '.';
                break; // a lone half
            default:
                appendCodePoint(out, palette[m_random() % palette.size()]);
            }
        }
        return out;
    }

    Value object(int depth)
    {
        if (!m_made.empty() && m_random() % 6 == 0) return m_made[m_random() % m_made.size()];
        Object made;
        if (m_random() % 2 == 0)
            made.types = std::make_shared<const std::vector<std::string>>(1 + m_random() % 3, "T" + text());
        if (m_random() % 2 == 0) made.toString = text();
        const unsigned container = m_random() % 7;
        if (container == 6)
            made.base = Value::string(text()), made.hasBase = true;
        else
            made.container = static_cast<Container>(container);
        for (unsigned i = m_random() % 4; i > 0; --i)
            made.adapted.emplace_back("a" + std::to_string(i) + text(), value(depth));
        for (unsigned i = m_random() % 4; i > 0; --i)
            made.extended.emplace_back("e" + std::to_string(i) + text(), value(depth));
        for (unsigned i = m_random() % 4; i > 0 && container > 0 && container < 5; --i)
            made.items.push_back(value(depth));
        for (unsigned i = m_random() % 4; i > 0 && container == 5; --i)
            made.entries.emplace_back(Value::string(text()), value(depth));
        m_made.push_back(Value::object(std::move(made)));
        return m_made.back();
    }

    unsigned m_random() { return static_cast<unsigned>(m_generator()); }

    std::mt19937 m_generator;
    std::vector<Value> m_made;
};

TEST(RandomTrees, AreReadBackAsTheyWereWritten)
{
    for (unsigned seed = 0; seed < 1500; ++seed) {
        SCOPED_TRACE(seed);
        const Value value = Trees(seed).value(5);
        const std::string xml = write(value);
        const auto again = read(xml, Limits::asPowerShell());
        ASSERT_TRUE(again) << again.error().summary() << '\n' << xml;
        ASSERT_EQ(again->size(), 1u);
        ASSERT_TRUE(again->front() == value) << xml;
        EXPECT_EQ(write(again->front()), xml);
        EXPECT_TRUE(toJson(*again));
    }
}

TEST(RandomTrees, WithDamagedBytesAreReadOrRefused)
{
    for (unsigned seed = 0; seed < 400; ++seed) {
        std::string xml = write(Trees(seed).value(4));
        std::mt19937 random(seed);
        for (int i = 0; i < 3 && !xml.empty(); ++i)
            xml[random() % xml.size()] = static_cast<char>(random());
        const auto values = read(xml);
        if (!values) continue;
        EXPECT_TRUE(read(writeDocument(*values))) << xml;
    }
}

} // namespace

} // namespace drydock::clixml
