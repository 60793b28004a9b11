// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The options that both programs share (cli.md, "Connection options"), declared and checked in one place.
#pragma once

#include "model/domain/result.h"
#include "model/ports/exchange_gateway.h"

#include <QMap>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace drydock::app {

inline constexpr auto defaultScenario = "seed"; // of the built-in lab

struct LaunchOptions {
    QString profileName;              // --profile
    bool explicitConnection = false;  // --connect
    ports::ConnectionProfile profile; // from --connect and its companions
    QString labScenario;              // --lab; empty without it
    QString dataDir;
    QMap<QString, QString> logLevels; // category to level
    QString logFile;
    bool passwordFromStdin = false;
    QString recordFile; // --record
};

// The values as given on the command line, in UTF-8 and unchecked.
struct LaunchArguments {
    std::string profile;
    std::optional<std::string> connect;
    std::string nodeUrl = ports::ConnectionProfile().nodeUrlTemplate.toStdString();
    std::vector<std::string> nodes;
    std::string auth = "kerberos";
    bool allowNtlm = false;
    std::string user;
    std::string spn;
    std::string pin;
    std::string ca;
    std::vector<std::string> trustedDomains;
    bool readOnly = false;
    std::string lab;
    std::string record;
    bool passwordFromStdin = false;
    std::string dataDir;
    std::vector<std::string> logLevels;
    std::string logFile;
};

// Declare the options of `command`. `arguments` receives the values and must live until the command line is parsed.
void addConnectionOptions(CLI::App& command, LaunchArguments& arguments);
void addLoggingOptions(CLI::App& command, LaunchArguments& arguments);
// Checks the values. Error: Usage.
[[nodiscard]] domain::Result<LaunchOptions> launchOptions(const LaunchArguments& arguments);

} // namespace drydock::app
