// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/tour.h"

#include "model/domain/server_state.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>

#include <cstdio>
#include <utility>

namespace drydock::app {
namespace {

using maintenance::Outcome;
using maintenance::RunKind;
using ui::MaintenanceWizard;

constexpr int pollInterval = 50;              // ms
constexpr int settleTime = 300;               // ms for the animations of a new page
constexpr int stopTimeout = 180'000;          // ms for one stop
constexpr std::size_t stepsBeforePicture = 3; // of the run
constexpr double timeScale = 60;              // one hour of the lab takes one minute

const domain::ServerName server("MAIL");

void say(const QString& text)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(text));
    std::fflush(stdout);
}

// Sends the text key by key, as the keyboard would.
void type(QWidget& widget, const QString& text)
{
    for (const QChar character : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(character));
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(character));
        QCoreApplication::sendEvent(&widget, &press);
        QCoreApplication::sendEvent(&widget, &release);
    }
}

} // namespace

Tour::Tour(Application& application, QString folder) : m_application(application), m_folder(std::move(folder))
{
    m_timer.setInterval(pollInterval);
    connect(&m_timer, &QTimer::timeout, this, &Tour::poll);
    plan();
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) return fail(QStringLiteral("the folder cannot be made: ") + m_folder);
    m_application.window().show();
    m_waiting.start();
    m_timer.start();
}

void Tour::plan()
{
    picture("first-start", [this] { return &m_application.window(); });
    m_stops.push_back({"start the lab", [] { return true; },
                       [this] {
                           LabOptions lab;
                           lab.timeScale = timeScale;
                           m_application.startLab(std::move(lab));
                           return true;
                       }});
    m_stops.push_back(
        {"first reading", [this] { return m_application.refresh().snapshot() != nullptr; }, [] { return true; }});
    planPages();
    planWizard(RunKind::Enter, "enter");
    planWizard(RunKind::Reinstate, "reinstate");
    planEnd();
}

void Tour::planPages()
{
    static constexpr std::pair<ui::Page, const char*> pages[] = {
        {ui::Page::Overview, "overview"},     {ui::Page::Servers, "servers"}, {ui::Page::Copies, "database-copies"},
        {ui::Page::Components, "components"}, {ui::Page::Queues, "queues"},   {ui::Page::Runs, "runs"}};
    for (const auto& [page, name] : pages) {
        m_stops.push_back({name, [] { return true; },
                           [this, page = page] {
                               m_application.window().showPage(page);
                               return true;
                           }});
        windowPicture(name);
    }
}

void Tour::planWizard(RunKind runKind, const std::string& prefix)
{
    const auto wizard = [this]() -> QWidget* { return m_application.wizard(); };
    m_stops.push_back({"open the wizard", [] { return true; },
                       [this, runKind] { return m_application.openWizard(runKind, server) != nullptr; }});
    m_stops.push_back({"target", [this] { return buttonReady("next"); }, [] { return true; }});
    picture(prefix + "-target", wizard);
    m_stops.push_back({"to pre-flight", [this] { return buttonReady("next"); }, [this] { return press("next"); }});
    m_stops.push_back(
        {"pre-flight", [this] { return !m_application.wizard()->controller().checks().empty(); }, [] { return true; }});
    picture(prefix + "-preflight", wizard);
    m_stops.push_back({"override", [] { return true; }, [this] { return typeOverrides(); }});
    m_stops.push_back({"to plan", [this] { return buttonReady("next"); }, [this] { return press("next"); }});
    m_stops.push_back({"plan", [this] { return buttonReady("start"); }, [] { return true; }});
    picture(prefix + "-plan", wizard);
    planRun(prefix);
    m_stops.push_back({"close the wizard", [] { return true; },
                       [this] {
                           m_application.wizard()->close();
                           m_application.refresh().refresh();
                           m_application.window().showPage(ui::Page::Overview);
                           return true;
                       }});
    m_stops.push_back({"refreshed", [this] { return !m_application.wizard() && !m_application.refresh().refreshing(); },
                       [] { return true; }});
    windowPicture(prefix + "-overview");
}

void Tour::planRun(const std::string& prefix)
{
    const auto wizard = [this]() -> QWidget* { return m_application.wizard(); };
    const auto page = [this](int id) { return m_application.wizard() && m_application.wizard()->currentId() == id; };
    m_stops.push_back({"run", [this] { return buttonReady("start"); }, [this] { return press("start"); }});
    m_stops.push_back({prefix + "-run",
                       [this, page] {
                           return page(MaintenanceWizard::ResultId) ||
                                  m_application.wizard()->controller().state().current >= stepsBeforePicture;
                       },
                       [this, prefix] {
                           return grab(*m_application.wizard(),
                                       QString::fromStdString(prefix) + QStringLiteral("-run"));
                       },
                       true});
    m_stops.push_back({"result", [page] { return page(MaintenanceWizard::ResultId); },
                       [this] {
                           m_outcome = m_application.wizard()->controller().state().outcome;
                           return m_outcome == Outcome::Succeeded || m_outcome == Outcome::SucceededWithWarnings;
                       }});
    picture(prefix + "-result", wizard);
}

void Tour::planEnd()
{
    m_stops.push_back({"dark", [] { return true; },
                       [this] {
                           m_application.window().showPage(ui::Page::Copies);
                           m_application.setThemeMode(ui::Theme::Mode::Dark);
                           return true;
                       }});
    windowPicture("database-copies-dark");
    m_stops.push_back({"the end", [this] { return isBackInService(); },
                       [this] {
                           say(QStringLiteral("The tour is over: %1 is back in service, verified; %2 pictures in %3")
                                   .arg(QString::fromStdString(server.text()))
                                   .arg(m_pictures)
                                   .arg(m_folder));
                           m_timer.stop();
                           QCoreApplication::exit(0);
                           return true;
                       }});
}

void Tour::windowPicture(const std::string& name)
{
    const auto idle = [this] { return !m_application.refresh().refreshing(); };
    m_stops.push_back({"refresh", idle,
                       [this] {
                           m_application.refresh().refresh();
                           return true;
                       },
                       true});
    m_stops.push_back(
        {name, idle, [this, name] { return grab(m_application.window(), QString::fromStdString(name)); }});
}

void Tour::picture(const std::string& name, std::function<QWidget*()> widget)
{
    m_stops.push_back({name, [] { return true; },
                       [this, name, widget = std::move(widget)] {
                           QWidget* shown = widget();
                           return shown && grab(*shown, QString::fromStdString(name));
                       }});
}

void Tour::poll()
{
    if (m_next >= m_stops.size()) return;
    const Stop& stop = m_stops[m_next];
    if (!stop.ready()) {
        m_settled.invalidate();
        if (m_waiting.elapsed() > stopTimeout)
            fail(QStringLiteral("waited too long for: ") + QString::fromStdString(stop.name));
        return;
    }
    if (!m_settled.isValid()) m_settled.start();
    if (!stop.atOnce && m_settled.elapsed() < settleTime) return;
    ++m_next;
    m_settled.invalidate();
    m_waiting.restart();
    if (!stop.act()) fail(QString::fromStdString(stop.name));
}

bool Tour::grab(QWidget& widget, const QString& name)
{
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    say(QStringLiteral("picture ") + file);
    return widget.grab().save(file);
}

bool Tour::typeOverrides()
{
    const auto fields = m_application.wizard()->findChildren<QLineEdit*>(QStringLiteral("override"));
    for (QLineEdit* field : fields) {
        if (field->isVisible() && field->text().isEmpty()) type(*field, QString::fromStdString(server.text()));
    }
    return true;
}

bool Tour::buttonReady(const char* name) const
{
    const auto* button = m_application.wizard()
                             ? m_application.wizard()->findChild<QAbstractButton*>(QString::fromLatin1(name))
                             : nullptr;
    return button && button->isVisible() && button->isEnabled();
}

bool Tour::press(const char* name)
{
    auto* button = m_application.wizard()->findChild<QAbstractButton*>(QString::fromLatin1(name));
    if (button) button->click();
    return button != nullptr;
}

bool Tour::isBackInService() const
{
    const domain::SnapshotPtr snapshot = m_application.refresh().snapshot();
    return snapshot && !m_application.refresh().stale() &&
           snapshot->covers(domain::SnapshotSection::Components, server) &&
           domain::stateOf(*snapshot, server) == domain::ServerState::Serving;
}

void Tour::fail(const QString& why)
{
    m_timer.stop();
    std::fprintf(stderr, "The tour failed: %s\n", qUtf8Printable(why));
    if (ui::MaintenanceWizard* wizard = m_application.wizard()) {
        std::fprintf(stderr, "The run: %s, step %zu\n", maintenance::toString(wizard->controller().state().phase),
                     wizard->controller().state().current + 1);
        static_cast<void>(grab(*wizard, QStringLiteral("failed-wizard")));
    }
    static_cast<void>(grab(m_application.window(), QStringLiteral("failed")));
    QCoreApplication::exit(1);
}

} // namespace drydock::app
