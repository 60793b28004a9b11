// Qt Test as a toolbox inside GoogleTest: signal spies, waits, keys and mouse, the model tester.
// Its check macros are taken away, since inside GoogleTest they pass silently.
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

#include <QRegularExpression>

namespace drydock::tests {

// A model tester that tells of what is wrong as a Qt warning, which fails the test.
inline constexpr auto warningMode = QAbstractItemModelTester::FailureReportingMode::Warning;

// From now to the end of the running test, a Qt warning that matches is expected and does not fail it.
void expectQtWarning(const QString& pattern);

} // namespace drydock::tests
