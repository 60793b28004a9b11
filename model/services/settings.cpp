// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/settings.h"

#include "model/services/profile_fields.h"

#include <QStringList>

#include <algorithm>

namespace drydock::services {
namespace {

// The one field with a type of its own.
constexpr auto schemeKey = "scheme";

template <class Value> QVariant toVariant(const Value& value) { return value; }
// A map is a list of "NAME=VALUE".
QVariant toVariant(const QMap<QString, QString>& map)
{
    QStringList entries;
    for (auto it = map.begin(); it != map.end(); ++it)
        entries.append(it.key() + QLatin1Char('=') + it.value());
    return entries;
}

template <class Value> void fromVariant(const QVariant& from, Value& value) { value = from.value<Value>(); }
void fromVariant(const QVariant& from, QMap<QString, QString>& map)
{
    map.clear();
    for (const auto& entry : from.toStringList())
        if (const auto equals = entry.indexOf(QLatin1Char('=')); equals > 0)
            map.insert(entry.first(equals), entry.sliced(equals + 1));
}

void write(QSettings& to, const ports::ConnectionProfile& profile)
{
    forEachField(profile,
                 [&](const char* key, const auto& value) { to.setValue(QString::fromLatin1(key), toVariant(value)); });
    to.setValue(QString::fromLatin1(schemeKey), QString::fromLatin1(domain::toString(profile.scheme)));
}

ports::ConnectionProfile read(const QSettings& from)
{
    ports::ConnectionProfile profile;
    forEachField(profile, [&](const char* key, auto& value) {
        if (const auto stored = from.value(QString::fromLatin1(key)); stored.isValid()) fromVariant(stored, value);
    });
    profile.scheme = domain::authenticationSchemeOf(from.value(QString::fromLatin1(schemeKey)).toString().toStdString())
                         .value_or(profile.scheme);
    return profile;
}

// Converts each type of the table to and from the file. Returns no value if nothing valid is stored.
std::optional<QString> read(const QSettings& from, const Setting<QString>& setting)
{
    return from.contains(setting.key) ? std::optional(from.value(setting.key).toString()) : std::nullopt;
}
void write(QSettings& to, const Setting<QString>& setting, const QString& value) { to.setValue(setting.key, value); }

std::optional<QByteArray> read(const QSettings& from, const Setting<QByteArray>& setting)
{
    return from.contains(setting.key) ? std::optional(from.value(setting.key).toByteArray()) : std::nullopt;
}
void write(QSettings& to, const Setting<QByteArray>& setting, const QByteArray& value)
{
    to.setValue(setting.key, value);
}

std::optional<std::chrono::milliseconds> read(const QSettings& from, const Setting<std::chrono::milliseconds>& setting)
{
    bool isNumber = false;
    const std::chrono::milliseconds value(from.value(setting.key).toLongLong(&isNumber));
    return isNumber && value >= std::chrono::milliseconds::zero() ? std::optional(value) : std::nullopt;
}
void write(QSettings& to, const Setting<std::chrono::milliseconds>& setting, std::chrono::milliseconds value)
{
    to.setValue(setting.key, qint64(value.count()));
}

using Profiles = std::vector<ports::ConnectionProfile>;

std::optional<Profiles> read(const QSettings& from, const Setting<Profiles>& setting)
{
    // Reading an array moves the cursor of the QSettings object, so a second object on the same file reads it.
    QSettings array(from.fileName(), QSettings::IniFormat);
    Profiles profiles;
    const int count = array.beginReadArray(setting.key);
    for (int i = 0; i < count; ++i) {
        array.setArrayIndex(i);
        profiles.push_back(read(array));
    }
    array.endArray();
    return profiles;
}
void write(QSettings& to, const Setting<Profiles>& setting, const Profiles& profiles)
{
    to.remove(setting.key);
    to.beginWriteArray(setting.key, int(profiles.size()));
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        to.setArrayIndex(int(i));
        write(to, profiles[i]);
    }
    to.endArray();
}

} // namespace

Setting<QByteArray> setting::tableLayout(const QString& table)
{
    // The version grows when a layout of an older version cannot describe the columns.
    constexpr int version = 2;
    return {QStringLiteral("tables/%1/v%2").arg(table).arg(version), SettingsFile::Layout, {}};
}

Settings::Settings(const QString& folder, QObject* parent)
    : QObject(parent), m_choices(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat),
      m_layout(folder + QStringLiteral("/layout.ini"), QSettings::IniFormat)
{
    m_choices.setAtomicSyncRequired(true);
    m_layout.setAtomicSyncRequired(true);
    moveTheme();
}

// Earlier versions kept the theme as a number in layout.ini.
void Settings::moveTheme()
{
    const auto& setting = setting::theme;
    if (!m_layout.contains(setting.key)) return;
    static const QStringList words{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
    bool isNumber = false;
    const auto number = m_layout.value(setting.key).toInt(&isNumber);
    if (isNumber && number >= 0 && number < words.size() && !m_choices.contains(setting.key))
        m_choices.setValue(setting.key, words[number]);
    m_layout.remove(setting.key);
}

const QSettings& Settings::file(SettingsFile file) const
{
    return file == SettingsFile::Choices ? m_choices : m_layout;
}

QSettings& Settings::file(SettingsFile file) { return file == SettingsFile::Choices ? m_choices : m_layout; }

template <class Value> Value Settings::value(const Setting<Value>& setting) const
{
    return read(file(setting.file), setting).value_or(setting.fallback);
}

template <class Value> void Settings::set(const Setting<Value>& setting, const Value& value)
{
    const bool another = this->value(setting) != value;
    write(file(setting.file), setting, value);
    if (another) emit changed(setting.key);
}

template QString Settings::value(const Setting<QString>&) const;
template QByteArray Settings::value(const Setting<QByteArray>&) const;
template std::chrono::milliseconds Settings::value(const Setting<std::chrono::milliseconds>&) const;
template Profiles Settings::value(const Setting<Profiles>&) const;
template void Settings::set(const Setting<QString>&, const QString&);
template void Settings::set(const Setting<QByteArray>&, const QByteArray&);
template void Settings::set(const Setting<std::chrono::milliseconds>&, const std::chrono::milliseconds&);
template void Settings::set(const Setting<Profiles>&, const Profiles&);

std::optional<ports::ConnectionProfile> Settings::profile(const QString& name) const
{
    for (const auto& profile : value(setting::profiles))
        if (profile.name == name) return profile;
    return std::nullopt;
}

void Settings::saveProfile(const ports::ConnectionProfile& profile)
{
    auto all = value(setting::profiles);
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const auto& known) { return known.name == profile.name; });
    if (same != all.end())
        *same = profile;
    else
        all.push_back(profile);
    set(setting::profiles, all);
}

void Settings::removeProfile(const QString& name)
{
    auto all = value(setting::profiles);
    std::erase_if(all, [&](const auto& known) { return known.name == name; });
    set(setting::profiles, all);
    if (value(setting::lastProfile) == name) set(setting::lastProfile, QString());
}

domain::Result<> Settings::save()
{
    for (QSettings* settings : {&m_choices, &m_layout}) {
        settings->sync();
        if (settings->status() != QSettings::NoError)
            return domain::fail(domain::ErrorKind::Storage, "write " + settings->fileName().toStdString());
    }
    return {};
}

} // namespace drydock::services
