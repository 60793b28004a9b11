// What the program remembers between two starts: one table of settings, each declared once with its key, type, file and
// default. Nothing else reads or writes the two files. Never a secret.
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
    Choices, // settings.ini: what a person has chosen
    Layout,  // layout.ini: the state of the windows on this machine
};

template <class Value> struct Setting {
    QString key;
    SettingsFile file;
    Value fallback;
};

// The table. A type that is new to it needs its conversion in settings.cpp.
namespace setting {

inline const Setting<std::vector<ports::ConnectionProfile>> profiles{
    QStringLiteral("profiles"), SettingsFile::Choices, {}};
// The name of a profile; empty: none.
inline const Setting<QString> lastProfile{QStringLiteral("connection/last"), SettingsFile::Choices, {}};
// 0: only on demand.
inline const Setting<std::chrono::milliseconds> refreshInterval{QStringLiteral("refresh/intervalMs"),
                                                                SettingsFile::Choices, std::chrono::seconds(30)};
// A word of ui::Theme: system, light or dark.
inline const Setting<QString> theme{QStringLiteral("window/theme"), SettingsFile::Choices, QStringLiteral("system")};
inline const Setting<QByteArray> windowGeometry{QStringLiteral("window/geometry"), SettingsFile::Layout, {}};
// Widths, order and visibility of the columns of one table.
[[nodiscard]] Setting<QByteArray> tableLayout(const QString& table);

} // namespace setting

// Lives and is called on the GUI thread. What is set reaches the disk with save(), or when this object is deleted.
class Settings : public QObject
{
    Q_OBJECT

public:
    // `folder` holds settings.ini and layout.ini; it is made when something is written.
    explicit Settings(const QString& folder, QObject* parent = nullptr);

    // The default when nothing is stored or what is stored makes no sense.
    template <class Value> [[nodiscard]] Value value(const Setting<Value>& setting) const;
    template <class Value> void set(const Setting<Value>& setting, const Value& value);

    [[nodiscard]] std::optional<ports::ConnectionProfile> profile(const QString& name) const;
    void saveProfile(const ports::ConnectionProfile& profile); // replaces the one of the same name

    // Writes both files, each whole or not at all. Storage on failure.
    [[nodiscard]] domain::Result<> save();

signals:
    // The setting of this key has another value.
    void changed(const QString& key);

private:
    [[nodiscard]] const QSettings& file(SettingsFile file) const;
    [[nodiscard]] QSettings& file(SettingsFile file);
    void moveTheme();

    QSettings m_choices;
    QSettings m_layout;
};

} // namespace drydock::services
