// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/desktop_status.h"

#include <QSystemTrayIcon>
#include <QWidget>

#include <windows.h>

#include <shobjidl.h>

#include <utility>

namespace drydock::app {
namespace {

constexpr ULONGLONG whole = 1000; // steps of the task bar's progress

// The progress in the task bar, and notifications by an icon in its notification area, which is there as long as one of
// them is. Qt has initialised COM on the main thread.
class WindowsDesktopStatus final : public DesktopStatus
{
public:
    WindowsDesktopStatus(QWidget& window, std::function<void()> clicked) : m_window(window)
    {
        const auto made = CoCreateInstance(CLSID_TaskbarList, nullptr, CLSCTX_INPROC_SERVER, IID_ITaskbarList3,
                                           reinterpret_cast<void**>(&m_taskbar));
        if (FAILED(made)) m_taskbar = nullptr;
        if (m_taskbar && FAILED(m_taskbar->HrInit())) std::exchange(m_taskbar, nullptr)->Release();
        QObject::connect(&m_icon, &QSystemTrayIcon::messageClicked, &m_icon, clicked);
        QObject::connect(&m_icon, &QSystemTrayIcon::activated, &m_icon, clicked);
    }
    ~WindowsDesktopStatus() override
    {
        hideProgress();
        if (m_taskbar) m_taskbar->Release();
    }
    WindowsDesktopStatus(const WindowsDesktopStatus&) = delete;
    WindowsDesktopStatus& operator=(const WindowsDesktopStatus&) = delete;

    // Yellow means that it is held.
    void showProgress(double share, bool asking) override
    {
        m_progress = true;
        if (!m_taskbar) return;
        m_taskbar->SetProgressState(handle(), asking ? TBPF_PAUSED : TBPF_NORMAL);
        m_taskbar->SetProgressValue(handle(), static_cast<ULONGLONG>(share * double(whole)), whole);
    }
    void hideProgress() override
    {
        if (std::exchange(m_progress, false) && m_taskbar) m_taskbar->SetProgressState(handle(), TBPF_NOPROGRESS);
    }
    void notify(const QString& heading, const QString& text) override
    {
        m_icon.setIcon(m_window.windowIcon());
        m_icon.setToolTip(heading);
        m_icon.show();
        m_icon.showMessage(heading, text, QSystemTrayIcon::Warning);
    }
    void withdraw() override { m_icon.hide(); }

private:
    [[nodiscard]] HWND handle() const { return reinterpret_cast<HWND>(m_window.winId()); }

    QWidget& m_window;
    QSystemTrayIcon m_icon;
    ITaskbarList3* m_taskbar = nullptr; // null: the shell has none
    bool m_progress = false;            // it is shown
};

} // namespace

std::unique_ptr<DesktopStatus> makeDesktopStatus(QWidget& window, std::function<void()> clicked)
{
    return std::make_unique<WindowsDesktopStatus>(window, std::move(clicked));
}

} // namespace drydock::app
