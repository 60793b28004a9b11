// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The folder for settings and journals that nobody named.
#include "app/data_folder.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace drydock;

TEST(DataFolder, IsBesideTheProgramWherePortableIniStandsThere)
{
    const QTemporaryDir program;
    const QString usual = app::defaultDataFolder(program.path());
    EXPECT_FALSE(usual.startsWith(program.path())) << usual.toStdString();
    QFile portable(program.filePath(QStringLiteral("portable.ini")));
    ASSERT_TRUE(portable.open(QIODevice::WriteOnly));
    EXPECT_EQ(app::defaultDataFolder(program.path()), program.filePath(QStringLiteral("data")));
}

TEST(DataFolder, TheProgramKnowsItsOwnFolder)
{
    const auto expected = QFileInfo(QString::fromStdString(tests::programFolder().string())).canonicalFilePath();
    EXPECT_EQ(QFileInfo(app::programFolder()).canonicalFilePath(), expected);
}
