// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The wizard over a small organisation in memory, driven by keyboard and mouse.
#pragma once

#include "model/controllers/maintenance_controller.h"
#include "tests/support/clocks.h"
#include "tests/support/fake_gateway.h"
#include "tests/support/memory_journal_store.h"
#include "tests/support/organisations.h"
#include "tests/support/qt_test.h"
#include "tests/support/snapshot_changes.h"
#include "ui/wizard/maintenance_wizard.h"
#include "ui/wizard/run_page.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>

#include <gtest/gtest.h>

#include <memory>

namespace drydock::tests {

using domain::ServerName;
using maintenance::RunKind;
using ui::MaintenanceWizard;

class Wizard : public ::testing::Test
{
protected:
    explicit Wizard(int scale = 300) : clock(at(0), scale) {}

    void open(RunKind runKind)
    {
        theme.apply();
        auto controller = std::make_unique<controllers::MaintenanceController>(gateway, journals, clock);
        wizard = std::make_unique<MaintenanceWizard>(std::move(controller), theme, clock, runKind);
        wizard->setSnapshot(gateway->sharedSnapshot());
        wizard->choose(mail());
        wizard->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(wizard.get()));
    }
    template <class Widget> Widget* find(const char* name) const
    {
        for (auto* widget : wizard->findChildren<Widget*>(QLatin1String(name))) {
            if (widget->isVisible()) return widget;
        }
        return nullptr;
    }
    void click(const char* name)
    {
        auto* button = find<QAbstractButton>(name);
        ASSERT_NE(button, nullptr) << name << " is not there";
        ASSERT_TRUE(button->isEnabled()) << name << " is disabled";
        QTest::mouseClick(button, Qt::LeftButton);
    }
    [[nodiscard]] bool reaches(int page) const
    {
        return waitUntil([&] { return wizard->currentId() == page; }, 20000);
    }
    [[nodiscard]] bool enabled(const char* name) const
    {
        return waitUntil(
            [&] {
                const auto* button = find<QAbstractButton>(name);
                return button && button->isEnabled();
            },
            20000);
    }
    [[nodiscard]] QString heading() const
    {
        for (const auto* label : wizard->findChildren<QLabel*>(QStringLiteral("heading"))) {
            if (label->isVisible()) return label->text();
        }
        return {};
    }
    void toPlan()
    {
        click("next");
        ASSERT_TRUE(enabled("recheck"));
        if (find<QAbstractButton>("restoreThese")) {
            click("restoreThese");
            ASSERT_TRUE(enabled("recheck"));
        }
        if (auto* line = find<QLineEdit>("override")) QTest::keyClicks(line, QStringLiteral("MAIL"));
        ASSERT_TRUE(enabled("next"));
        click("next");
        ASSERT_EQ(wizard->currentId(), MaintenanceWizard::PlanId);
    }
    void toRun()
    {
        toPlan();
        click("start");
        ASSERT_TRUE(reaches(MaintenanceWizard::RunId)) << "everything is read again first";
    }
    [[nodiscard]] bool asks() const
    {
        return waitUntil([&] { return wizard->findChild<ui::RunPage*>()->asking(); }, 20000);
    }
    [[nodiscard]] const domain::Server& server()
    {
        last = gateway->sharedSnapshot();
        return *last->server(mail());
    }

    // Usually five minutes of the run in a second, so that what is waited for in minutes is over in seconds.
    ScaledClock clock;
    ui::Theme theme{ui::Theme::Mode::Light};
    std::shared_ptr<FakeGateway> gateway = std::make_shared<FakeGateway>(threeMemberSnapshot(), &clock);
    MemoryJournalStore journals;
    std::unique_ptr<MaintenanceWizard> wizard;
    domain::SnapshotPtr last;
};

// For what is shown of the age of a reading.
class WizardInRealTime : public Wizard
{
protected:
    WizardInRealTime() : Wizard(1) {}
};

} // namespace drydock::tests
