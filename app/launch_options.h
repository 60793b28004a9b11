// The options that both programs share (cli.md, "Connection options"): declared, parsed and checked in one place.
#pragma once

#include "model/domain/result.h"
#include "model/ports/exchange_gateway.h"

#include <QCommandLineParser>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace drydock::app {

struct LaunchOptions {
    QString profileName;              // --profile
    bool explicitConnection = false;  // --connect
    ports::ConnectionProfile profile; // from --connect and its companions
    QString labScenario;              // --lab; empty: none
    QString dataDir;
    QMap<QString, QString> logLevels; // category -> level
    QString logFile;
    bool passwordFromStdin = false;
    QString recordFile; // --record
};

// `--lab` may stand alone or before a scenario, which QCommandLineParser cannot say: makes it `--lab=NAME`.
[[nodiscard]] QStringList withLabValue(const QStringList& arguments, const QStringList& scenarios);

void addConnectionOptions(QCommandLineParser& parser);
void addLoggingOptions(QCommandLineParser& parser);
// Usage when values make no sense. `connects`: the connection options were added, too.
[[nodiscard]] domain::Result<LaunchOptions> readLaunchOptions(const QCommandLineParser& parser, bool connects);

} // namespace drydock::app
