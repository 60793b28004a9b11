// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/qt_test.h"

#include <QApplication>
#include <QMutex>
#include <QStringList>
#include <gtest/gtest.h>

namespace drydock::tests {
namespace {

QMutex mutex;
QStringList warnings;
QList<QRegularExpression> expected;

void collect(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type == QtDebugMsg || type == QtInfoMsg) return;
    // What the offscreen platform cannot do says nothing about the code under test.
    if (text.startsWith(QStringLiteral("This plugin does not support "))) return;
    const QMutexLocker lock(&mutex);
    for (const auto& pattern : std::as_const(expected))
        if (pattern.match(text).hasMatch()) return;
    warnings.append(QString::fromUtf8(context.category ? context.category : "default") + QStringLiteral(": ") + text);
    fprintf(stderr, "%s\n", qUtf8Printable(text));
}

// An unexpected Qt warning (bad connect, cross-thread parent, broken model) fails the test that caused it.
class WarningListener : public ::testing::EmptyTestEventListener
{
    void OnTestStart(const ::testing::TestInfo&) override
    {
        const QMutexLocker lock(&mutex);
        warnings.clear();
        expected.clear();
    }
    void OnTestEnd(const ::testing::TestInfo&) override
    {
        QStringList seen;
        {
            const QMutexLocker lock(&mutex);
            seen.swap(warnings);
        }
        for (const auto& text : seen)
            ADD_FAILURE() << "unexpected Qt warning: " << text.toStdString();
    }
};

} // namespace

void expectQtWarning(const QString& pattern)
{
    const QMutexLocker lock(&mutex);
    expected.append(QRegularExpression(pattern));
}

} // namespace drydock::tests

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    ::testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    qInstallMessageHandler(drydock::tests::collect);
    ::testing::UnitTest::GetInstance()->listeners().Append(new drydock::tests::WarningListener);
    return RUN_ALL_TESTS();
}
