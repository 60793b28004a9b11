#include "model/services/log_buffer.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

#include <thread>

namespace drydock::services {
namespace {

TEST(LogBuffer, KeepsTheLastLinesFromAnyThread)
{
    LogBuffer buffer(100);
    const QAbstractItemModelTester tester(&buffer, QAbstractItemModelTester::FailureReportingMode::Warning);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&buffer] {
            for (int i = 0; i < 500; ++i)
                buffer.post({{}, LogLevel::Info, QStringLiteral("session"), QString::number(i)});
        });
    for (auto& thread : threads)
        thread.join();
    ASSERT_TRUE(QTest::qWaitFor([&] { return buffer.rowCount() == 100; }));
    buffer.post(
        {*domain::fromIso("2026-11-22T12:00:00Z"), LogLevel::Warning, QStringLiteral("http"), QStringLiteral("last")});
    const auto last = [&] { return buffer.index(buffer.rowCount() - 1).data().toString(); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return last().endsWith(QStringLiteral("last")); }));
    EXPECT_EQ(buffer.rowCount(), 100);
    EXPECT_EQ(last(), QStringLiteral("2026-11-22T12:00:00Z warning http: last"));
    EXPECT_EQ(buffer.text().count(QLatin1Char('\n')), 100);
}

} // namespace
} // namespace drydock::services
