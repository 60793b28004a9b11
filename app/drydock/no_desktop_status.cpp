// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/desktop_status.h"

namespace drydock::app {
namespace {

// Does nothing, on platforms without a desktop that can be asked.
class NoDesktopStatus final : public DesktopStatus
{
public:
    void showProgress(double, bool) override {}
    void hideProgress() override {}
    void notify(const QString&, const QString&) override {}
    void withdraw() override {}
};

} // namespace

std::unique_ptr<DesktopStatus> makeDesktopStatus(QWidget&, std::function<void()>)
{
    return std::make_unique<NoDesktopStatus>();
}

} // namespace drydock::app
