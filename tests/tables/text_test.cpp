// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/server_state.h"
#include "model/tables/cell.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "tests/support/qt_test.h"
#include "tests/tables/table_snapshot.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>
#include <gtest/gtest.h>

namespace drydock::tables {
namespace {

using namespace std::chrono_literals;

class TextTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        qputenv("TZ", "Europe/Berlin");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void TearDown() override
    {
        qunsetenv("TZ");
        QLocale::setDefault(QLocale::system());
    }
};

TEST_F(TextTest, RemoteTextBecomesOneLineThatShowsControlCharacters)
{
    EXPECT_EQ(plainText("a\tb\r\nc"), QStringLiteral("a b c"));
    EXPECT_EQ(plainText(std::string_view("bell\a nul\0 esc\x1b[31m", 19)),
              QStringLiteral("bell\\u{7} nul\\u{0} esc\\u{1B}[31m"));
    EXPECT_EQ(plainText("MAIL\u202Egpj.exe\u2066\u200B"), QStringLiteral("MAIL\\u{202E}gpj.exe\\u{2066}\\u{200B}"));
    EXPECT_EQ(plainText("\xff"), QString(QChar(0xFFFD)));
    EXPECT_EQ(plainText("Grüße 😀"), QStringLiteral("Grüße 😀"));
    EXPECT_EQ(plainLines("a\nb"), QStringLiteral("a\nb"));
    EXPECT_EQ(plainText(""), QString());
}

TEST_F(TextTest, AToolTipIsNeverMarkup)
{
    EXPECT_EQ(toolTipText(QStringLiteral("DB01\\MAIL")), QStringLiteral("DB01\\MAIL"));
    EXPECT_EQ(toolTipText(QStringLiteral("<img src=x>\nb")), QStringLiteral("<qt>&lt;img src=x&gt;<br>b</qt>"));
}

TEST_F(TextTest, ArgumentsAreInsertedOnceAndAsPlainText)
{
    constexpr domain::Message two{"two", "%1 and %2"};
    constexpr domain::Message share{"share", "100 % of %1"};
    constexpr domain::Message missing{"missing", "%3 is missing"};
    EXPECT_EQ(translated(domain::LocalizableText(two, {"DB01\\MAIL", "17"})), QStringLiteral("DB01\\MAIL and 17"));
    EXPECT_EQ(translated(domain::LocalizableText(two, {"%2", "x"})), QStringLiteral("%2 and x"));
    EXPECT_EQ(translated(domain::LocalizableText(share, {"a\nb"})), QStringLiteral("100 % of a b"));
    EXPECT_EQ(translated(domain::LocalizableText(missing, {})), QStringLiteral("%3 is missing"));
}

TEST_F(TextTest, AMessageInAMessageIsTranslatedAsWell)
{
    struct Backwards : QTranslator {
        bool isEmpty() const override { return false; }
        QString translate(const char* context, const char* text, const char*, int) const override
        {
            if (std::string_view(context) != "model") return {};
            return std::string_view(text) == "%1 and %2" ? QStringLiteral("%2 dna %1") : QStringLiteral("%1 fo % 001");
        }
    } backwards;
    QCoreApplication::installTranslator(&backwards);
    constexpr domain::Message two{"two", "%1 and %2"};
    constexpr domain::Message share{"share", "100 % of %1"};
    const domain::LocalizableText inner(share, {"%2"});
    EXPECT_EQ(translated(domain::LocalizableText(two, {inner, "x"})), QStringLiteral("x dna %2 fo % 001"));
    EXPECT_EQ(domain::LocalizableText(two, {inner, "x"}).english(), "100 % of %2 and x");
    QCoreApplication::removeTranslator(&backwards);
}

TEST_F(TextTest, FormatsNumbersTimesAndDurations)
{
    EXPECT_EQ(numberText(qint64(1234567)), QStringLiteral("1,234,567"));
    EXPECT_EQ(utcText(tests::at(0)), QStringLiteral("2020-05-10 14:00:00 UTC"));
    EXPECT_TRUE(timeText(tests::at(0)).contains(QStringLiteral("16:00:00 CEST")))
        << timeText(tests::at(0)).toStdString();
    EXPECT_EQ(durationText(134s), QStringLiteral("02:14"));
    EXPECT_EQ(durationText(1h + 2min + 3s), QStringLiteral("1:02:03"));
    EXPECT_EQ(durationText(7 * 24h), QStringLiteral("7 d 00:00"));
    EXPECT_EQ(durationText(-5s), QStringLiteral("-00:05"));
    EXPECT_EQ(durationText(0s), QStringLiteral("00:00"));
}

TEST_F(TextTest, EveryRoleOfACellFollowsFromItsValue)
{
    const Cell number{.value = qint64(12000)};
    EXPECT_EQ(number.forRole(Qt::DisplayRole).toString(), QStringLiteral("12,000"));
    EXPECT_EQ(number.forRole(ExportRole).toString(), QStringLiteral("12000"));
    EXPECT_EQ(number.forRole(SortRole).toLongLong(), 12000);
    const Cell time{.value = tests::at(0)};
    EXPECT_EQ(time.forRole(ExportRole).toString(), QStringLiteral("2020-05-10T14:00:00Z"));
    EXPECT_TRUE(time.forRole(Qt::ToolTipRole).toString().contains(QStringLiteral("UTC")));
    const Cell nothing;
    EXPECT_FALSE(nothing.forRole(SortRole).isValid());
    EXPECT_EQ(nothing.forRole(Qt::DisplayRole).toString(), QString());
    const Cell shape{.shape = Shape::CopyFailed};
    EXPECT_EQ(shape.forRole(Qt::AccessibleTextRole).toString(), QStringLiteral("failed"));
    EXPECT_EQ(shape.forRole(ShapeRole).toInt(), int(Shape::CopyFailed));
}

TEST_F(TextTest, EveryStateHasAShapeAndAWord)
{
    for (int i = int(Shape::Dash); i <= int(Shape::CheckBlock); ++i)
        EXPECT_FALSE(wordOf(Shape(i)).isEmpty()) << i;
    for (int i = 0; i <= int(domain::ServerState::NotManaged); ++i) {
        EXPECT_NE(shapeOf(domain::ServerState(i)), Shape::None);
        EXPECT_FALSE(wordOf(domain::ServerState(i)).isEmpty());
    }
    for (int i = 0; i <= int(maintenance::StepStatus::Undone); ++i)
        EXPECT_FALSE(wordOf(maintenance::StepStatus(i)).isEmpty());
}

TEST_F(TextTest, CopiesHaveTheShapeOfTheirState)
{
    using tests::copyRow;
    EXPECT_EQ(shapeOf(copyRow("D", "S", "Mounted")), Shape::CopyMounted);
    EXPECT_EQ(shapeOf(copyRow("D", "S", "Healthy")), Shape::CopyHealthy);
    EXPECT_EQ(shapeOf(copyRow("D", "S", "Healthy", 11)), Shape::CopyBehind);
    EXPECT_EQ(shapeOf(copyRow("D", "S", "Healthy", 0, 101)), Shape::CopyBehind);
    auto lagged = copyRow("D", "S", "Healthy", 0, 9000);
    lagged.replayLag = 24h * 7;
    EXPECT_EQ(shapeOf(lagged), Shape::CopyLagged);
    EXPECT_EQ(shapeOf(copyRow("D", "S", "FailedAndSuspended")), Shape::CopyFailed);
    EXPECT_EQ(shapeOf(copyRow("D", "S", "Dismounted")), Shape::CopyFailed);
    EXPECT_EQ(shapeOf(copyRow("D", "S", "SomethingNew")), Shape::CopyUnknown);
}

} // namespace
} // namespace drydock::tables
