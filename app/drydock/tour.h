// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Plays a whole maintenance in the built-in lab through the real wizard, saves pictures of every page, and checks that
// the server is back in service.
#pragma once

#include "app/drydock/application.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace drydock::app {

class Tour : public QObject
{
    Q_OBJECT

public:
    // Saves numbered PNG files in `folder`.
    Tour(Application& application, QString folder);

    // Starts the tour, which ends the program: with 0 when the server is back in service and every picture is written,
    // with 1 when a step fails or takes longer than three minutes.
    void start();

private:
    struct Stop {
        std::string name;            // for messages
        std::function<bool()> ready; // polled until it returns true
        std::function<bool()> act;   // returns false when the tour has failed
        bool atOnce = false;         // acts without waiting for animations to end
    };

    void plan();
    void planPages();
    void planWizard(maintenance::RunKind runKind, const std::string& prefix);
    void planRun(const std::string& prefix);
    void planEnd();
    void poll();
    void picture(const std::string& name, std::function<QWidget*()> widget);
    // Refreshes the main window before the picture, because its clock runs as fast as that of the lab.
    void windowPicture(const std::string& name);
    [[nodiscard]] bool grab(QWidget& widget, const QString& name);
    [[nodiscard]] bool typeOverrides();
    [[nodiscard]] bool press(const char* button);
    [[nodiscard]] bool buttonReady(const char* button) const;
    [[nodiscard]] bool isBackInService() const;
    void fail(const QString& why);

    Application& m_application;
    QString m_folder;
    std::vector<Stop> m_stops;
    std::size_t m_next = 0;
    int m_pictures = 0;
    QTimer m_timer;
    QElapsedTimer m_waiting;
    QElapsedTimer m_settled; // time since the stop became ready, in which changes are painted
    maintenance::Outcome m_outcome = maintenance::Outcome::None;
};

} // namespace drydock::app
