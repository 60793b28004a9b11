// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Qt Test for use inside GoogleTest: signal spies, waits, keys and mouse, the model tester. Its check macros are
// undefined here, since inside GoogleTest they pass silently.
#pragma once

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#undef QCOMPARE
#undef QCOMPARE_EQ
#undef QCOMPARE_NE
#undef QVERIFY
#undef QVERIFY2
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_VERIFY_WITH_TIMEOUT
#undef QTRY_VERIFY2_WITH_TIMEOUT
#undef QTRY_COMPARE
#undef QTRY_COMPARE_WITH_TIMEOUT
#undef QSKIP
#undef QFAIL
#undef QEXPECT_FAIL

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QRegularExpression>
#include <QTimer>

namespace drydock::tests {

// Processes this thread's events until the condition is true. Returns false when that takes longer than `timeout`
// milliseconds. QTest::qWaitFor sleeps for 10 ms after each check, which adds up in an exchange of many messages; this
// checks after every event, and every 2 ms for changes by another thread.
template <class Condition> [[nodiscard]] bool waitUntil(Condition condition, int timeout = 5000)
{
    const QDeadlineTimer deadline(timeout);
    QTimer tick;
    tick.start(2);
    while (!condition()) {
        if (deadline.hasExpired()) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

// The mode of a model tester that reports a violation as a Qt warning, which fails the test.
inline constexpr auto warningMode = QAbstractItemModelTester::FailureReportingMode::Warning;

// Allows Qt warnings that match, from now until the end of the running test.
void expectQtWarning(const QString& pattern);

} // namespace drydock::tests
