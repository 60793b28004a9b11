// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Saving as what the file's suffix says, whole or not at all, and hearing how it went.
#include "tests/support/qt_test.h"
#include "ui/widgets/save_file.h"

#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QWidget>

#include <gtest/gtest.h>

namespace drydock::tests {
namespace {

using namespace ui;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString savedAs(QWidget& parent, const QString& path)
{
    QString outcome;
    const QList<SaveChoice> choices{
        {QStringLiteral("Web page"), QStringLiteral("html"), [] { return QByteArray("page"); }},
        {QStringLiteral("JSON"), QStringLiteral("json"), [] { return QByteArray("object"); }}};
    askAndSave(
        &parent, QStringLiteral("Save"), QStringLiteral("report"), choices,
        [&](const QString& file, const domain::Result<>& saved) { outcome = saved ? file : QStringLiteral("failed"); });
    auto* dialog = parent.findChild<QFileDialog*>();
    if (!dialog) return {};
    emit dialog->fileSelected(path);
    delete dialog;
    return outcome;
}

TEST(SaveFile, TheSuffixChoosesTheFormat)
{
    const QTemporaryDir folder;
    QWidget parent;
    const auto json = folder.filePath(QStringLiteral("report.json"));
    EXPECT_EQ(savedAs(parent, json), json);
    EXPECT_EQ(contentOf(json), QByteArray("object"));
    const auto other = folder.filePath(QStringLiteral("report.old"));
    EXPECT_EQ(savedAs(parent, other), other);
    EXPECT_EQ(contentOf(other), QByteArray("page"));
}

TEST(SaveFile, AFailureIsReportedAndLeavesNoFile)
{
    const QTemporaryDir folder;
    QWidget parent;
    const auto nowhere = folder.filePath(QStringLiteral("missing/report.json"));
    EXPECT_EQ(savedAs(parent, nowhere), QStringLiteral("failed"));
    EXPECT_FALSE(QFile::exists(nowhere));
}

} // namespace
} // namespace drydock::tests
