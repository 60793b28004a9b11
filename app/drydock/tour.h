// A whole maintenance in the built-in lab, without anybody's hands: a picture of every page, and proof that the server
// is back.
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
    // Pictures go to `folder`, numbered.
    Tour(Application& application, QString folder);

    // Ends the program: 0 when the server is back in service, verified, and every picture is written.
    void start();

private:
    struct Stop {
        std::string name;            // for messages
        std::function<bool()> ready; // waited for
        std::function<bool()> act;   // false: the tour has failed
        bool atOnce = false;         // what is seen passes quickly: nothing is waited for to settle
    };

    void plan();
    void planPages();
    void planWizard(maintenance::Direction direction, const std::string& prefix);
    void planRun(const std::string& prefix);
    void planEnd();
    void go();
    void picture(const std::string& name, std::function<QWidget*()> widget);
    // Of the main window, just refreshed: its clock runs as fast as the lab's.
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
    QElapsedTimer m_settled; // since the stop became ready: what changed has been painted
    maintenance::Outcome m_outcome = maintenance::Outcome::None;
};

} // namespace drydock::app
