// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"

#include "model/domain/error.h"
#include "remoting/limits.h"
#include "tests/support/work_meter.h"

#include <pugixml.hpp>

namespace drydock::clixml {

namespace {

using domain::ErrorKind;

std::string repeated(const std::string& text, std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += text;
    return out;
}

Value one(const std::string& xml)
{
    const auto values = read(xml);
    EXPECT_TRUE(values) << (values ? "" : values.error().summary()) << '\n' << xml;
    return values && values->size() == 1 ? values->front() : Value();
}

domain::Error errorOf(const std::string& xml, const Limits& limits = {})
{
    const auto values = read(xml, limits);
    EXPECT_FALSE(values) << xml.substr(0, 200);
    return values ? domain::Error{} : values.error();
}

std::string nested(std::size_t levels)
{
    return repeated("<Obj RefId=\"0\"><LST>", levels) + repeated("</LST></Obj>", levels);
}

TEST(Reader, AnEmptyDocumentHasNoValues)
{
    EXPECT_TRUE(read("").value().empty());
    EXPECT_TRUE(read(" \r\n").value().empty());
    EXPECT_TRUE(
        read("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\" />").value().empty());
}

TEST(Reader, DecodesText)
{
    EXPECT_EQ(one("<S>_x0041_&lt;&#x42;&#67;&quot;</S>").text(), "A<BC\"");
    EXPECT_EQ(one("<S>_x005F_x0041_</S>").text(), "_x0041_");
    EXPECT_EQ(one("<S>_xD83D__xDE00_</S>").text(), "\xF0\x9F\x98\x80");
    EXPECT_EQ(one("<S>\xF0\x9F\x98\x80</S>").text(), "\xF0\x9F\x98\x80");
    EXPECT_EQ(one("<S>_xD83D_ alone</S>").text(), "\xED\xA0\xBD alone");
    EXPECT_EQ(one("<S>_x0001F600_</S>").text(), "\xF0\x9F\x98\x80");
    EXPECT_EQ(one("<S>_x00G1_ _x004 _x00411_ _x0041_x</S>").text(), "_x00G1_ _x004 _x00411_ Ax");
    EXPECT_EQ(one("<S>  </S>").text(), "  ");
    EXPECT_EQ(one("<S>a<!-- c -->b<![CDATA[<&amp;]]>c</S>").text(), "ab<&amp;c");
    EXPECT_EQ(one("<S> <![CDATA[a]]>\n<!-- c -->\t</S>").text(), " a\n\t"); // white space beside them is text too
    EXPECT_EQ(one("<?xml version=\"1.0\"?>\n<S>a<?pi?> </S>").text(), "a ");
    EXPECT_EQ(one("<I32>_x0031_</I32>").text(), "_x0031_"); // only texts are escaped
}

TEST(Reader, AcceptsTheControlCharactersThatWindowsWrites)
{
    EXPECT_EQ(one("<S>\x01\x1F&#1;</S>").text(), "\x01\x1F\x01");
    EXPECT_EQ(one("<S>\xEF\xBF\xBE\xEF\xBF\xBF</S>").text(), "\xEF\xBF\xBE\xEF\xBF\xBF"); // U+FFFE, U+FFFF
}

TEST(Reader, RepairsInvalidUtf8)
{
    EXPECT_EQ(one("<S>a\xFF\xC3(\xE2\x82</S>").text(), "a\xEF\xBF\xBD\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(one("<S>\xED\xA0\x80</S>").text(),
              "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");                    // a surrogate in UTF-8 is none
    EXPECT_EQ(one("<S>\xC0\xAF</S>").text(), "\xEF\xBF\xBD\xEF\xBF\xBD"); // an overlong form
}

TEST(Reader, AcceptsByteOrderMarksAndUtf16)
{
    EXPECT_EQ(one("\xEF\xBB\xBF<S>x</S>").text(), "x");
    EXPECT_EQ(one("#< CLIXML\r\n<S>x</S>").text(), "x");
    const std::string text = "<S>\u00e9</S>";
    const std::string little("\xFF\xFE<\0S\0>\0\xE9\0<\0/\0S\0>\0", 18);
    const std::string big("\xFE\xFF\0<\0S\0>\0\xE9\0<\0/\0S\0>", 18);
    EXPECT_EQ(one(little).text(), "\u00e9");
    EXPECT_EQ(one(big).text(), "\u00e9");
}

TEST(Reader, RefusesMalformedXml)
{
    for (const char* bad :
         {"text",
          "<S>x",
          "<S>x</I32>",
          "<S>x</S>text",
          "<S>&foo;</S>",
          "<S>&amp</S>",
          "<S>&#0;</S>",
          "<S>&#x110000;</S>",
          "<!DOCTYPE a><S>x</S>",
          "<!DOCTYPE a [<!ENTITY b \"c\">]><S>&b;</S>",
          "<S>a<B>true</B></S>",
          "<Ref RefId=\"0\" />",
          "<Ref />",
          "<Obj RefId=\"0\"><TNRef RefId=\"0\" /></Obj>",
          "<Obj RefId=\"0\">text</Obj>",
          "<Obj RefId=\"0\"><MS><S>no name</S></MS></Obj>",
          "<Obj RefId=\"0\"><DCT><S N=\"Key\">a</S></DCT></Obj>",
          "<Obj RefId=\"0\"><DCT><En><S N=\"Key\">a</S></En></DCT></Obj>",
          "<Obj RefId=\"0\"><DCT><En><Nil N=\"Key\" /><S N=\"Value\">a</S></En></DCT></Obj>",
          "<html><body/></html>",
          "<Objs Version=\"2.0\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><S>x</S></Objs>",
          "<Objs Version=\"1.1\" xmlns=\"urn:other\"><S>x</S></Objs>",
          "<Obj RefId=\"0\" RefId=\"1\" />",
          "<",
          "<S",
          "<S N=\"",
          "<S>x</S",
          "<PR><AV>a</AV></PR>"})
        EXPECT_EQ(errorOf(bad).kind, ErrorKind::Malformed) << bad;
    EXPECT_EQ(errorOf(std::string("<S>a\0b</S>", 10)).kind, ErrorKind::Malformed);
}

TEST(Reader, ErrorsNameLineAndColumn)
{
    EXPECT_THAT(errorOf("<Obj RefId=\"0\">\n  <MS>\n    <S>x</S>\n</MS></Obj>").detail,
                testing::StartsWith("line 3, column 6: "));
    EXPECT_THAT(errorOf("<S>\xC3\xA9\xC3\xA9&x;</S>").detail, testing::StartsWith("line 1, column 2: "));
    EXPECT_THAT(errorOf("<S>x</S>\n<S>y</Q>").detail, testing::StartsWith("line 2, "));
    EXPECT_THAT(errorOf(std::string("\n<S>a\0b</S>", 11)).detail, testing::StartsWith("line 2, column 5: "));
}

TEST(Reader, ACaptureOfSeveralDocumentsIsReadWhole)
{
    const std::string one = "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
                            "<Obj RefId=\"0\"><S>one</S></Obj></Objs>";
    const std::string mark = "#< CLIXML\r\n";
    for (const auto& capture : {mark + one + one, mark + mark + one + "\n" + mark + one, one + "\n" + one}) {
        const auto values = read(capture, Limits::ofCapture());
        ASSERT_TRUE(values) << values.error().summary();
        EXPECT_EQ(values->size(), 2u);
        EXPECT_FALSE(read(capture, Limits::asPowerShell())) << "PowerShell reads one";
    }
    EXPECT_FALSE(read(one + "<S>x</S>", Limits::ofCapture()));
    EXPECT_FALSE(read(one + "text", Limits::ofCapture()));
    EXPECT_THAT(errorOf(mark + one + "<Ref RefId=\"0\"/>", Limits::ofCapture()).detail,
                testing::StartsWith("line 2, "));
    const std::string second =
        "<Objs xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><Ref RefId=\"0\"/></Objs>";
    EXPECT_THAT(errorOf(mark + one + "\n" + second, Limits::ofCapture()).detail,
                testing::StartsWith("line 3, column 64: no object has RefId 0"))
        << "each document has its own objects";
}

TEST(Reader, NothingAtAllIsNoDocument)
{
    for (const char* nothing : {"", " \n ", "\xEF\xBB\xBF", "#< CLIXML\r\n", "<!-- none -->"}) {
        EXPECT_TRUE(read(nothing)) << "the wire may carry it";
        EXPECT_THAT(errorOf(nothing, Limits::asPowerShell()).detail, testing::HasSubstr("there is no root element"));
    }
}

TEST(Reader, RefusesTheCharactersThatXmlDoesNotHave)
{
    for (const char* bad : {"\x01", "\x0B", "\x1F", "\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (const auto& text : {std::string("<S>\na") + bad + "</S>", std::string("<S>\n<!--") + bad + "--></S>"})
            EXPECT_THAT(errorOf(text, Limits::asPowerShell()).detail, testing::StartsWith("line 2, column ")) << text;
        EXPECT_TRUE(read(std::string("<S>a") + bad + "</S>")) << "the wire is read leniently";
    }
    EXPECT_THAT(errorOf("<S>\xEF\xBF\xBF</S>", Limits::asPowerShell()).detail,
                "line 1, column 4: U+FFFF is no character of XML");
    for (const char* good : {"\x7F", "\xC2\x85", "\xEF\xB7\x90", "\xF0\x9F\xBF\xBF", "&#xFFFF;"})
        EXPECT_TRUE(read(std::string("<S>a") + good + "</S>", Limits::asPowerShell())) << good;
}

TEST(Reader, RefusesEveryTruncation)
{
    const std::string whole = "<Obj RefId=\"0\"><TN RefId=\"0\"><T>A</T></TN><MS><S N=\"a\">_x0041_&amp;</S><I32 "
                              "N=\"b\">1</I32></MS><LST><Nil /></LST></Obj>";
    ASSERT_TRUE(read(whole));
    for (std::size_t length = 1; length < whole.size(); ++length)
        EXPECT_FALSE(read(whole.substr(0, length))) << length;
}

TEST(Reader, KeepsAnObjectWithOneInvalidProperty)
{
    const std::string strange = "<Obj RefId=\"0\"><MS><I32 N=\"a\">many</I32><Foo N=\"b\"><Bar/>x</Foo><DT "
                                "N=\"d\">never</DT><S N=\"c\">ok</S></MS><Baz /></Obj>";
    const Value value = one(strange);
    EXPECT_EQ(value["a"].text(), "many");
    EXPECT_FALSE(value["a"].toInt());
    EXPECT_EQ(value["c"].text(), "ok");
    EXPECT_FALSE(value.has("b"));
    EXPECT_EQ(errorOf(strange, Limits::asPowerShell()).kind, ErrorKind::Malformed);
}

TEST(Reader, SkipsSerializationData)
{
    const Value value = one("<Obj RefId=\"0\"><MS><BA N=\"SerializationData\">AAAA</BA><S N=\"a\">x</S></MS></Obj>");
    EXPECT_FALSE(value.has("SerializationData"));
    EXPECT_EQ(value.object()->extended.size(), 1u);
}

TEST(Reader, KeepsTheLastOfTwoPropertiesOfOneName)
{
    EXPECT_EQ(one("<Obj RefId=\"0\"><MS><S N=\"a\">1</S><S N=\"b\">2</S><S N=\"A\">3</S></MS></Obj>")["a"].text(), "3");
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "<I32 N=\"p" + std::to_string(i % 40) + "\">" + std::to_string(i) + "</I32>";
    const Value value = one("<Obj RefId=\"0\"><MS>" + many + "</MS></Obj>");
    EXPECT_EQ(value.object()->extended.size(), 40u);
    EXPECT_EQ(value["P39"].toInt(), 79);
    EXPECT_EQ(value["p0"].toInt(), 80);
}

// As PowerShell reads them (tests/interop has more forms).
TEST(Reader, AnObjectInAnObjectIsItsBase)
{
    const Value type =
        one("<Obj RefId=\"0\"><TN RefId=\"0\" /><ToString /><Obj RefId=\"1\"><TN RefId=\"1\"><T>A</T></TN>"
            "<ToString>inner</ToString><Props><S N=\"Name\">n</S></Props></Obj><MS /></Obj>");
    EXPECT_EQ(type["name"].text(), "n");
    EXPECT_EQ(type.display(), ""); // its own, if an empty one
    EXPECT_FALSE(type.isA("A"));
    const Value both = one("<Obj><Obj><TN><T>A</T></TN><ToString>inner</ToString><Props><I32 N=\"p\">1</I32></Props>"
                           "<MS><I32 N=\"a\">1</I32><I32 N=\"b\">1</I32></MS><LST><S>x</S></LST></Obj>"
                           "<Props><I32 N=\"q\">2</I32></Props><MS><I32 N=\"b\">2</I32></MS></Obj>");
    EXPECT_TRUE(both.isA("A"));
    EXPECT_EQ(both.display(), "inner");
    EXPECT_EQ(both.items().size(), 1u);
    EXPECT_FALSE(both.has("p"));
    EXPECT_EQ(both["q"].toInt(), 2);
    EXPECT_EQ(both["a"].toInt(), 1);
    EXPECT_EQ(both["b"].toInt(), 2);
    EXPECT_EQ(one("<Obj><Obj><Obj><I32>7</I32></Obj></Obj></Obj>").toInt(), 7);
    const Value last = one("<Obj><Obj><MS><I32 N=\"a\">1</I32></MS></Obj><I32>5</I32></Obj>");
    EXPECT_EQ(last.toInt(), 5);
    EXPECT_FALSE(last.has("a"));
    const Value shared =
        one("<Obj><MS><Obj N=\"outer\"><Obj RefId=\"1\"><I32>7</I32></Obj></Obj><Ref N=\"again\" RefId=\"1\" />"
            "</MS></Obj>");
    EXPECT_EQ(shared["outer"].toInt(), 7);
    EXPECT_EQ(shared["again"].toInt(), 7);
}

TEST(Reader, SharesReferencedObjects)
{
    const Value value =
        one("<Obj RefId=\"0\"><LST><Obj RefId=\"x\"><MS><S N=\"a\">1</S></MS></Obj><Ref RefId=\"x\" /></LST></Obj>");
    ASSERT_EQ(value.items().size(), 2u);
    EXPECT_EQ(value.items()[0].object(), value.items()[1].object());
}

TEST(Reader, MarksAnObjectThatContainsItself)
{
    const Value value = one(
        "<Obj RefId=\"0\"><MS><Obj N=\"inner\" RefId=\"1\"><MS><Ref N=\"outer\" RefId=\"0\" /></MS></Obj></MS></Obj>");
    const Value& cycle = value["inner"]["outer"];
    EXPECT_EQ(cycle.type(), Type::Cycle);
    EXPECT_EQ(cycle.text(), "0");
    EXPECT_EQ(cycle.object(), nullptr);
    EXPECT_EQ(cycle.cycleTarget().get(), value.object());
    EXPECT_TRUE(cycle["inner"].isNil());
    EXPECT_EQ(toJson({value}).value(), R"([{"properties":{"inner":{"properties":{"outer":{"ref":0}}}}}])");
    EXPECT_TRUE(one(write(value)) == value);
}

TEST(Reader, AnObjectReferencedElsewhereIsPrintedInFull)
{
    const auto values = read("<Obj RefId=\"0\"><MS><Obj N=\"b\" RefId=\"1\"><MS><Ref N=\"a\" RefId=\"0\" "
                             "/></MS></Obj></MS></Obj><Ref RefId=\"1\" />");
    ASSERT_TRUE(values);
    EXPECT_EQ(
        toJson(*values).value(),
        R"([{"properties":{"b":{"properties":{"a":{"ref":0}}}}},{"properties":{"a":{"properties":{"b":{"ref":0}}}}}])");
}

TEST(Limits, BoundTheDepth)
{
    EXPECT_TRUE(read(nested(51)));
    EXPECT_EQ(errorOf(nested(52)).kind, ErrorKind::LimitExceeded);
    EXPECT_EQ(errorOf(nested(100'000)).kind, ErrorKind::LimitExceeded);
    const std::string deepUnknown = "<Obj RefId=\"0\">" + repeated("<Foo>", 300) + repeated("</Foo>", 300) + "</Obj>";
    EXPECT_EQ(errorOf(deepUnknown).kind, ErrorKind::LimitExceeded);
    const std::string deepSets = "<Obj RefId=\"0\">" + repeated("<MS>", 300) + repeated("</MS>", 300) + "</Obj>";
    EXPECT_EQ(errorOf(deepSets).kind, ErrorKind::LimitExceeded);
}

TEST(Limits, BoundSizesAndCounts)
{
    Limits small;
    small.bytes = 100;
    EXPECT_EQ(errorOf(std::string(101, ' '), small).kind, ErrorKind::LimitExceeded);
    small = {};
    small.textBytes = 10;
    EXPECT_EQ(errorOf("<S>12345678901</S>", small).kind, ErrorKind::LimitExceeded);
    small = {};
    small.elements = 10;
    EXPECT_EQ(errorOf(repeated("<S>x</S>", 11), small).kind, ErrorKind::LimitExceeded);
    EXPECT_TRUE(read(repeated("<S>x</S>", 10), small));
    small = {};
    small.properties = 2;
    EXPECT_EQ(errorOf("<Obj RefId=\"0\"><MS><Nil N=\"a\" /><Nil N=\"b\" /><Nil N=\"c\" /></MS></Obj>", small).kind,
              ErrorKind::LimitExceeded);
    EXPECT_EQ(errorOf(repeated("<S a=\"1\" b=\"2\" c=\"3\" />", 3'000'000)).kind, ErrorKind::LimitExceeded);
}

TEST(Limits, BoundTheAttributesOfAnElement)
{
    const auto element = [](std::string_view name, int attributes) {
        std::string xml = "<" + std::string(name);
        for (int i = 0; i < attributes; ++i)
            xml += " a" + std::to_string(i) + "=\"\"";
        return xml + "/>";
    };
    EXPECT_TRUE(read(element("Obj", 32)));
    for (const char* name : {"Obj", "S", "Objs"})
        EXPECT_EQ(errorOf(element(name, 33)).kind, ErrorKind::LimitExceeded) << name;
    EXPECT_EQ(errorOf("<Obj><MS>" + element("S", 100'000) + "</MS></Obj>").kind, ErrorKind::LimitExceeded);
}

TEST(Limits, ABillionReferencesAreReadButNotPrinted)
{
    std::string xml = "<Obj RefId=\"0\"><LST><S>x</S></LST></Obj>";
    for (int level = 1; level <= 40; ++level) {
        const std::string reference = "<Ref RefId=\"" + std::to_string(level - 1) + "\" />";
        xml += "<Obj RefId=\"" + std::to_string(level) + "\"><LST>" + repeated(reference, 10) + "</LST></Obj>";
    }
    EXPECT_EQ(errorOf(xml).kind, ErrorKind::LimitExceeded);
    const auto values = read(xml, Limits::asPowerShell());
    ASSERT_TRUE(values);
    EXPECT_EQ(toJson(*values).error().kind, ErrorKind::LimitExceeded);
    const auto again = read(writeDocument(*values), Limits::asPowerShell());
    ASSERT_TRUE(again) << again.error().summary();
    EXPECT_TRUE(*values == *again);
}

TEST(Limits, BoundNestedReferences)
{
    std::string tower = "<Obj RefId=\"0\" />";
    std::string cycles;
    for (int level = 1; level < 100'000; ++level) {
        const std::string here = std::to_string(level);
        const std::string below = std::to_string(level - 1);
        tower += "<Obj RefId=\"" + here + "\"><LST><Ref RefId=\"" + below + "\" /></LST></Obj>";
        cycles += "<Obj RefId=\"t" + here + "\"><LST>" + (level > 1 ? "<Ref RefId=\"c" + below + "\" />" : "") +
                  "<Obj RefId=\"c" + here + "\"><LST><Ref RefId=\"t" + here + "\" /></LST></Obj></LST></Obj>";
    }
    EXPECT_EQ(errorOf(tower, Limits::asPowerShell()).kind, ErrorKind::LimitExceeded);
    const auto values = read(cycles, Limits::asPowerShell());
    ASSERT_TRUE(values);
    EXPECT_EQ(toJson({values->back()}).error().kind, ErrorKind::LimitExceeded);
    EXPECT_FALSE(writeDocument({values->back()}).empty());
}

// However the parts of an object are divided, its reading costs what its bytes cost.
TEST(Limits, WorkGrowsWithTheBytesAlone)
{
    const auto object = [](const std::string& parts) { return "<Obj RefId=\"0\">" + parts + "</Obj>"; };
    const auto numbered = [](const char* before, int count, const char* after) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += before + std::to_string(i) + after;
        return text;
    };
    const std::vector<std::pair<const char*, std::function<std::string(int)>>> shapes{
        {"empty sets beside many properties",
         [&](int n) {
             return object("<MS>" + numbered("<Nil N=\"p", n, "\" />") + "</MS>" +
                           repeated("<MS />", static_cast<std::size_t>(n)));
         }},
        {"a set a property", [&](int n) { return object(numbered("<MS><Nil N=\"p", n, "\" /></MS>")); }},
        {"adapted properties anew",
         [&](int n) {
             return object(repeated("<Props><Nil N=\"a\" /><Nil N=\"b\" /></Props>", static_cast<std::size_t>(n)));
         }},
        {"objects in an object",
         [&](int n) { return object(repeated("<Obj><MS><Nil N=\"a\" /></MS></Obj>", static_cast<std::size_t>(n))); }},
        {"lists anew", [&](int n) { return object(repeated("<LST><Nil /></LST>", static_cast<std::size_t>(n))); }},
        {"an object around an object",
         [&](int n) {
             const std::string wide = "<MS>" + numbered("<Nil N=\"p", n, "\" />") + "</MS>";
             return repeated("<Obj>", 40) + wide + repeated("</Obj>", 40);
         }},
        {"names that differ in case",
         [&](int n) {
             return object("<MS>" + numbered("<Nil N=\"P", n, "\" />") + numbered("<Nil N=\"p", n, "\" />") + "</MS>");
         }},
        {"comments in a text",
         [&](int n) { return "<S>" + repeated("a<!-- -->", static_cast<std::size_t>(n)) + "</S>"; }},
        {"sections in a text",
         [&](int n) { return "<S>" + repeated("<![CDATA[&]]>", static_cast<std::size_t>(n)) + "</S>"; }},
        {"references in a text",
         [&](int n) { return "<S>" + repeated("&amp;_x0041_", static_cast<std::size_t>(n)) + "</S>"; }},
        {"identifiers in any order",
         [&](int n) {
             std::string text;
             for (int i = n; i > 0; --i)
                 text += "<Obj RefId=\"" + std::to_string(i) + "\" />";
             return text;
         }},
    };
    for (const auto& [name, shape] : shapes) {
        const auto work = [&text = shape](int n) {
            return tests::workOf([text = text(n)] { EXPECT_TRUE(read(text)); });
        };
        EXPECT_TRUE(work(8000).isLinearTo(work(4000))) << name;
    }
}

// Whatever the bytes become, the values of one message take no more than their limit, and the footprint is no less than
// what they take.
TEST(Limits, BoundTheMemoryThatBytesBecome)
{
    const auto n = limits::elements - 10;
    const std::string eightLetters = "<Obj RefId=\"0\"><ToString>" + std::string(1 << 20, 'x') + "</ToString></Obj>";
    const std::vector<std::string> documents{
        repeated("<Obj/>", n),
        repeated("<S/>", n),
        "<Obj><LST>" + repeated("<Nil/>", n) + "</LST></Obj>",
        "<Obj><MS>" + repeated("<Nil N=\"a\"/>", n) + "</MS></Obj>",
        "<Obj><LST>" + repeated("<Obj><Obj/></Obj>", n / 2) + "</LST></Obj>",
        "<Obj><DCT>" + repeated("<En><S N=\"Key\"/><S N=\"Value\"/></En>", n / 3) + "</DCT></Obj>",
        "<Obj><TN>" + repeated("<T>a</T>", n) + "</TN></Obj>",
        repeated("<S>sixteen letters.</S>", n),
        eightLetters + repeated("<Ref RefId=\"0\"/>", 20),
        eightLetters + repeated("<Ref RefId=\"0\"/>", 1000),
    };
    const auto take = pugi::get_memory_allocation_function();
    const auto giveBack = pugi::get_memory_deallocation_function();
    pugi::set_memory_management_functions([](std::size_t size) { return ::operator new(size); },
                                          [](void* memory) { ::operator delete(memory); });
    for (const std::string& xml : documents) {
        Footprint footprint;
        std::size_t held = 0;
        const auto peak = tests::peakMemoryOf([&] {
            const auto before = tests::heldMemory();
            const auto values = read(xml, {}, &footprint);
            if (!values) {
                EXPECT_EQ(values.error().kind, ErrorKind::LimitExceeded);
                footprint.memory = limits::valueMemory;
            }
            held = tests::heldMemory() - before;
        });
        EXPECT_LE(held, footprint.memory + 1000) << xml.substr(0, 60);
        EXPECT_LE(peak, footprint.memory + 2 * xml.size() + 200 * limits::elements) << xml.substr(0, 60);
    }
    pugi::set_memory_management_functions(take, giveBack);
    EXPECT_EQ(errorOf(documents.back()).kind, ErrorKind::LimitExceeded);
    EXPECT_TRUE(read(documents.back(), Limits::asPowerShell()));
}

TEST(Limits, HugeReferenceNumbersAllocateNothing)
{
    const Value value = one("<Obj RefId=\"4294967295\"><LST><Ref RefId=\"4294967295\" /></LST></Obj>");
    EXPECT_EQ(value.items().at(0).type(), Type::Cycle);
    EXPECT_EQ(one("<Obj RefId=\"99999999999999999999999\" />").type(), Type::Object);
}

} // namespace

} // namespace drydock::clixml
