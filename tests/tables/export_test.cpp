// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/copies_model.h"
#include "model/tables/export.h"
#include "model/tables/table_proxy.h"
#include "tests/support/qt_test.h"
#include "tests/tables/table_snapshot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

namespace drydock::tables {
namespace {

class ExportTest : public ::testing::Test
{
protected:
    ExportTest()
    {
        auto snapshot = tests::tableSnapshot();
        snapshot.copies = {tests::copyRow("DB1", "MAIL", "Healthy", 1200, 3),
                           tests::copyRow("=1+1", "MAIL", "Healthy")};
        snapshot.copies[0].errorMessage = "a, \"b\"\n<script>";
        snapshot.copies[1].errorMessage = "@cmd\tx";
        snapshot.copies[1].copyQueueLength.reset();
        model.setSnapshot(tests::shared(snapshot));
        proxy.setSourceModel(&model);
        proxy.sort(0, Qt::DescendingOrder);
    }
    QString write(ExportFormat format) const
    {
        using C = CopiesModel::Column;
        return exportTable(proxy, format,
                           {{int(C::Name), int(C::CopyQueueLength), int(C::LastInspectedLogTime), int(C::Error)}, {}},
                           QStringLiteral("<Copies>"));
    }

    CopiesModel model;
    TableProxy proxy;
};

TEST_F(ExportTest, CsvQuotesTextAndDisarmsFormulas)
{
    EXPECT_EQ(write(ExportFormat::Csv),
              QStringLiteral("Name,CopyQueueLength,LastInspectedLogTime,Error\r\n"
                             "DB1\\MAIL,1200,2020-05-10T14:00:00Z,\"a, \"\"b\"\" <script>\"\r\n"
                             "'=1+1\\MAIL,,2020-05-10T14:00:00Z,'@cmd x\r\n"));
}

TEST_F(ExportTest, TsvHasOneLineForEachRow)
{
    const auto lines = write(ExportFormat::Tsv).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 3);
    for (const auto& line : lines)
        EXPECT_EQ(line.count(QLatin1Char('\t')), 3);
}

TEST_F(ExportTest, JsonHasTheIdsAndTypesOfTheColumns)
{
    const auto array = QJsonDocument::fromJson(write(ExportFormat::Json).toUtf8()).array();
    ASSERT_EQ(array.size(), 2);
    const auto first = array[0].toObject();
    EXPECT_EQ(first.value(QStringLiteral("name")).toString(), QStringLiteral("DB1\\MAIL"));
    EXPECT_EQ(first.value(QStringLiteral("copyQueueLength")).toInt(), 1200);
    EXPECT_EQ(first.value(QStringLiteral("lastInspectedLogTime")).toString(), QStringLiteral("2020-05-10T14:00:00Z"));
    EXPECT_TRUE(array[1].toObject().value(QStringLiteral("copyQueueLength")).isNull());
}

TEST_F(ExportTest, HtmlEscapesEverything)
{
    const auto html = write(ExportFormat::Html);
    EXPECT_FALSE(html.contains(QStringLiteral("<script>")));
    EXPECT_TRUE(html.contains(QStringLiteral("&lt;script&gt;")));
    EXPECT_TRUE(html.contains(QStringLiteral("<h1>&lt;Copies&gt;</h1>")));
}

TEST_F(ExportTest, NegativeNumbersStayNumbers)
{
    auto snapshot = tests::tableSnapshot();
    snapshot.copies = {tests::copyRow("DB1", "MAIL", "Healthy", -1, 3)};
    model.setSnapshot(tests::shared(snapshot));
    EXPECT_TRUE(write(ExportFormat::Csv).contains(QStringLiteral(",-1,")));
}

} // namespace
} // namespace drydock::tables
