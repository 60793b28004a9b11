// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/lab_launcher.h"

#include <QFile>

#include <utility>

namespace drydock::app {
namespace {

using domain::ErrorKind;

// Loads a built-in scenario by its name, or a scenario from a file.
domain::Result<lab::Scenario> loadScenario(const QString& nameOrFile)
{
    if (labScenarios().contains(nameOrFile)) return lab::loadScenario(nameOrFile.toStdString());
    QFile file(nameOrFile);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(ErrorKind::Usage, "lab scenario " + nameOrFile.toStdString(),
                            "no built-in scenario, and no file: " + file.errorString().toStdString());
    return lab::loadScenario(file.readAll().toStdString());
}

LabConnection connectionTo(const lab::Listening& listening, const lab::Scenario& scenario, const LabOptions& options)
{
    LabConnection made;
    made.scenario = QString::fromStdString(scenario.name);
    made.profile.name = QStringLiteral("Built-in lab");
    made.profile.url = QString::fromStdString(listening.exchangeUrl);
    for (const auto& [name, url] : listening.nodeUrls)
        made.profile.nodeUrls.insert(QString::fromStdString(name), QString::fromStdString(url));
    made.profile.clientUrlTemplate = QString::fromStdString(listening.clientUrlTemplate);
    made.controlPort = listening.controlPort;
    made.profile.scheme = options.scheme;
    made.profile.user = scenario.users.empty() ? QString() : QString::fromStdString(scenario.users.front().name);
    return made;
}

} // namespace

QStringList labScenarios()
{
    QStringList names;
    for (const std::string& name : lab::scenarioNames())
        names.append(QString::fromStdString(name));
    return names;
}

domain::Result<LabConnection> startLab(lab::LabThread& thread, LabOptions options)
{
    DRYDOCK_TRY(const auto scenario, loadScenario(options.scenario));
    if (options.password.empty()) options.password = domain::Secret(std::string(lab::defaultLabPassword));
    lab::LabOptions server;
    server.scenario = scenario;
    server.port = options.port;
    server.authentication = options.scheme;
    server.keytab = options.keytab;
    server.allowNtlm = options.allowNtlm;
    server.password = options.password.clone();
    server.tlsPemFile = options.tlsPemFile;
    server.clientCaFile = options.clientCaFile;
    server.timeScale = options.timeScale;
    server.controlPort = options.controlPort;
    DRYDOCK_TRY(const auto listening, thread.start(std::move(server)));
    LabConnection made = connectionTo(listening, scenario, options);
    made.password = std::move(options.password);
    return made;
}

} // namespace drydock::app
