// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/logging.h"

#include "model/domain/visible_text.h"

#include <QLoggingCategory>
#include <QString>

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>
#include <vector>

namespace drydock::app {
namespace {

spdlog::level::level_enum level(const QString& name) { return spdlog::level::from_str(name.toStdString()); }

// Returns the logger of a category and creates it at first use. spdlog's registry owns it.
std::shared_ptr<spdlog::logger> logger(const std::string& category)
{
    if (auto known = spdlog::get(category)) return known;
    const auto root = spdlog::default_logger();
    auto made = root->clone(category);
    try {
        spdlog::initialize_logger(made); // sets the level of the category
    } catch (const spdlog::spdlog_ex&) {
        return spdlog::get(category); // another thread has created it
    }
    return made;
}

void qtMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const std::string category = context.category && std::string_view(context.category) != "default"
                                     ? std::string("qt.") + context.category
                                     : "qt";
    static constexpr spdlog::level::level_enum levels[] = {
        spdlog::level::debug, spdlog::level::warn, spdlog::level::err, spdlog::level::critical, spdlog::level::info};
    if (const auto log = logger(category)) log->log(levels[type], "{}", domain::visibleText(text.toStdString()));
}

} // namespace

domain::Result<> startLogging(const LaunchOptions& options, bool quiet)
{
    auto screen = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    screen->set_level(quiet ? spdlog::level::off : spdlog::level::trace);
    std::vector<spdlog::sink_ptr> sinks{screen};
    if (!options.logFile.isEmpty()) {
        try {
            sinks.push_back(std::make_shared<spdlog::sinks::basic_file_sink_mt>(options.logFile.toStdString()));
        } catch (const spdlog::spdlog_ex& error) {
            return domain::fail(domain::ErrorKind::Storage, "open the log file " + options.logFile.toStdString(),
                                error.what());
        }
    }
    auto root = std::make_shared<spdlog::logger>("app", sinks.begin(), sinks.end());
    spdlog::set_default_logger(root);
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %-5l %n: %v"); // also for loggers created later
    spdlog::flush_on(spdlog::level::info);
    const QString rest = options.logLevels.value(QStringLiteral("*"), QStringLiteral("info"));
    spdlog::set_level(level(rest));
    for (auto it = options.logLevels.cbegin(); it != options.logLevels.cend(); ++it) {
        if (it.key() != QStringLiteral("*"))
            if (const auto log = logger(it.key().toStdString())) log->set_level(level(it.value()));
    }
    qInstallMessageHandler(qtMessage);
    return {};
}

void logError(const char* category, const domain::Error& error)
{
    if (const auto log = logger(category)) log->error("{}", error.summary());
}

void logInfo(const char* category, const std::string& text)
{
    if (const auto log = logger(category)) log->info("{}", domain::visibleText(text));
}

} // namespace drydock::app
