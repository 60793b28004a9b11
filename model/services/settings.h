// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The settings that the program keeps between two starts, in one table: each is declared once with its key, type, file
// and default. Only this class reads and writes the two files. They hold no secret.
#pragma once

#include "model/domain/result.h"
#include "model/ports/exchange_gateway.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace drydock::services {

enum class SettingsFile {
    Choices, // settings.ini: the user's choices
    Layout,  // layout.ini: the state of the windows on this machine
};

template <class Value> struct Setting {
    QString key;
    SettingsFile file;
    Value fallback;
};

// The table. A new type needs its conversion in settings.cpp.
namespace setting {

inline const Setting<std::vector<ports::ConnectionProfile>> profiles{
    QStringLiteral("profiles"), SettingsFile::Choices, {}};
// The name of a profile; empty for none.
inline const Setting<QString> lastProfile{QStringLiteral("connection/last"), SettingsFile::Choices, {}};
// 0 means that the tables are refreshed on demand only.
inline const Setting<std::chrono::milliseconds> refreshInterval{QStringLiteral("refresh/intervalMs"),
                                                                SettingsFile::Choices, std::chrono::seconds(30)};
// A name of ui::Theme: system, light or dark.
inline const Setting<QString> theme{QStringLiteral("window/theme"), SettingsFile::Choices, QStringLiteral("system")};
// Who is told of runs (controllers::NotificationReceivers); empty for none.
inline const Setting<QString> webhook{QStringLiteral("notifications/webhook"), SettingsFile::Choices, {}};
inline const Setting<QString> webhookFormat{QStringLiteral("notifications/format"), SettingsFile::Choices,
                                            QStringLiteral("json")};
inline const Setting<QString> webhookHeader{QStringLiteral("notifications/header"), SettingsFile::Choices, {}};
inline const Setting<QString> notificationProgram{QStringLiteral("notifications/program"), SettingsFile::Choices, {}};
inline const Setting<QByteArray> windowGeometry{QStringLiteral("window/geometry"), SettingsFile::Layout, {}};
// Widths, order and visibility of the columns of one table.
[[nodiscard]] Setting<QByteArray> tableLayout(const QString& table);

} // namespace setting

// Use it on the GUI thread only. Values are written to disk by save(), or when this object is deleted.
class Settings : public QObject
{
    Q_OBJECT

public:
    // `folder` holds settings.ini and layout.ini. It is created at the first write.
    explicit Settings(const QString& folder, QObject* parent = nullptr);

    // Returns the stored value; the default if nothing valid is stored.
    template <class Value> [[nodiscard]] Value value(const Setting<Value>& setting) const;
    template <class Value> void set(const Setting<Value>& setting, const Value& value);

    [[nodiscard]] std::optional<ports::ConnectionProfile> profile(const QString& name) const;
    void saveProfile(const ports::ConnectionProfile& profile); // replaces the profile of the same name
    void removeProfile(const QString& name);

    // Writes both files, each completely or not at all. Storage on failure.
    [[nodiscard]] domain::Result<> save();

signals:
    // Reports that the setting of this key has got another value.
    void changed(const QString& key);

private:
    [[nodiscard]] const QSettings& file(SettingsFile file) const;
    [[nodiscard]] QSettings& file(SettingsFile file);
    void moveTheme();

    QSettings m_choices;
    QSettings m_layout;
};

} // namespace drydock::services
