// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// `session_probe URL SCHEME USER`: connects as the window does, with the password from standard input, reads once, and
// forgets the connection. Then it says so and stays, so that a test can look into its memory.
#include "app/composition.h"
#include "app/standard_input.h"
#include "model/controllers/connection_controller.h"
#include "model/ports/on_finished.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

using namespace drydock;
using controllers::ConnectionController;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 4) return 2;
    const QTemporaryDir data;
    app::LaunchOptions options;
    options.dataDir = data.path();
    ports::ConnectionProfile profile;
    profile.url = QString::fromLocal8Bit(argv[1]);
    profile.scheme = domain::authenticationSchemeOf(argv[2]).value_or(profile.scheme);
    profile.user = QString::fromLocal8Bit(argv[3]);
    auto composition = std::make_unique<app::Composition>(options);
    auto controller = std::make_unique<ConnectionController>(composition->gatewayFactory());
    QObject::connect(controller.get(), &ConnectionController::failed, &application, [](const domain::Error& error) {
        std::fprintf(stderr, "%s\n", error.summary().c_str());
        QCoreApplication::exit(1);
    });
    QObject::connect(controller.get(), &ConnectionController::stateChanged, &application,
                     [&](ConnectionController::State state) {
                         if (state != ConnectionController::State::Connected) return;
                         ports::ReadScope scope;
                         scope.needs = {{domain::SnapshotSection::Servers, domain::ServerName()}};
                         ports::onFinished(&application, controller->refreshGateway()->readSnapshot(scope),
                                           [](const domain::Result<domain::SnapshotPtr>& read) {
                                               QCoreApplication::exit(read ? 0 : 1);
                                           });
                     });
    controller->connectTo(profile, {app::passwordFromStandardInput()});
    if (const int code = QCoreApplication::exec(); code != 0) return code;
    controller.reset();
    composition.reset();
    std::printf("forgotten\n");
    std::fflush(stdout);
    return QCoreApplication::exec(); // until the test ends it
}
