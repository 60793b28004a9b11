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

// The values as given on the command line, in UTF-8 and unchecked.
struct LaunchArguments {
    std::string profile;
    std::optional<std::string> connect;
    std::optional<std::string> nodeUrl;
    std::vector<std::string> nodes;
    std::optional<std::string> clientUrl;
    std::optional<std::string> auth;
    bool allowNtlm = false;
    std::optional<std::string> user;
    std::optional<std::string> nodeUser;
    std::optional<std::string> keytab;
    std::optional<std::string> clientCertificate;
    std::optional<std::string> clientKey;
    std::optional<std::string> spn;
    std::vector<std::string> pins;
    std::optional<std::string> ca;
    std::vector<std::string> trustedDomains;
    bool readOnly = false;
    std::string lab;
    std::string record;
    bool passwordFromStdin = false;
    bool nodePasswordFromStdin = false;
    std::string dataDir;
    std::vector<std::string> logLevels;
    std::string logFile;
};

struct LaunchOptions {
    LaunchArguments given;
    QString profileName;              // --profile
    bool explicitConnection = false;  // --connect
    ports::ConnectionProfile profile; // from --connect and its companions
    QString labScenario;              // --lab; empty without it
    QString dataDir;
    QMap<QString, QString> logLevels; // category to level
    QString logFile;
    bool passwordFromStdin = false;
    bool nodePasswordFromStdin = false;
    QString recordFile; // --record

    // Returns the saved connection with what the command line says in place of its own values, for this start. Error:
    // Usage.
    [[nodiscard]] domain::Result<ports::ConnectionProfile> over(ports::ConnectionProfile saved) const;
};

// Declare the options of `command`. `arguments` receives the values and must live until the command line is parsed.
void addConnectionOptions(CLI::App& command, LaunchArguments& arguments);
void addLoggingOptions(CLI::App& command, LaunchArguments& arguments);
// Checks the values. Error: Usage.
[[nodiscard]] domain::Result<LaunchOptions> launchOptions(const LaunchArguments& arguments);

} // namespace drydock::app
