// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// About: which build this is, to read and to copy, and the licences of its parts.
#include "ui/about_dialog.h"

#include "model/domain/build_info.h"
#include "tests/support/qt_test.h"
#include "tests/ui/shots.h"
#include "tests/ui/window_bench.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using namespace drydock::ui;

namespace {

struct About : ::testing::Test {
    void SetUp() override
    {
        bench.window->findChild<QAction*>(QStringLiteral("actionAbout"))->trigger();
        dialog = bench.window->findChild<AboutDialog*>();
        ASSERT_TRUE(dialog);
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        for (const auto* label : dialog->findChildren<QLabel*>())
            all += label->text();
        return all;
    }

    WindowBench bench;
    AboutDialog* dialog = nullptr;
};

TEST_F(About, SaysVersionCommitAndCompiler)
{
    const auto build = domain::buildInfo();
    const auto all = texts().join(QLatin1Char('\n'));
    EXPECT_TRUE(all.contains(QStringLiteral("Drydock ") + QString::fromStdString(build.version))) << all.toStdString();
    EXPECT_TRUE(all.contains(QString::fromStdString(build.commit))) << all.toStdString();
    EXPECT_TRUE(all.contains(QString::fromStdString(build.compiler))) << all.toStdString();
}

TEST_F(About, CopiesWhatVersionPrints)
{
    dialog->findChild<QPushButton*>(QStringLiteral("copyBuild"))->click();
    EXPECT_TRUE(
        QGuiApplication::clipboard()->text().startsWith(QString::fromStdString(domain::versionText("drydock"))));
}

TEST_F(About, ListsThePartsOfThisSystemWithTheirLicences)
{
    const auto all = texts();
    EXPECT_TRUE(all.contains(QStringLiteral("Qt")) && all.contains(QStringLiteral("LGPL-3.0-only")));
    EXPECT_TRUE(all.contains(QStringLiteral("MIT Kerberos")));
    EXPECT_FALSE(all.contains(QStringLiteral("winpthreads")));
}

TEST_F(About, IsDrawn) { EXPECT_GT(colours(shoot(*dialog, QStringLiteral("about"), dialog->size())), 10); }

} // namespace
