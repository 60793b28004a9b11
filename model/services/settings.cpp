#include "model/services/settings.h"

#include <QMap>

#include <algorithm>

namespace drydock::services {
namespace {

constexpr std::chrono::seconds defaultInterval{30};

const auto lastProfileKey = QStringLiteral("connection/last");
const auto intervalKey = QStringLiteral("refresh/intervalMs");
const auto profilesKey = QStringLiteral("profiles");

void write(QSettings& to, const ports::ConnectionProfile& profile)
{
    to.setValue(QStringLiteral("name"), profile.name);
    to.setValue(QStringLiteral("url"), profile.url);
    to.setValue(QStringLiteral("nodeUrlTemplate"), profile.nodeUrlTemplate);
    QStringList nodes;
    for (auto it = profile.nodeUrls.begin(); it != profile.nodeUrls.end(); ++it)
        nodes.append(it.key() + QLatin1Char('=') + it.value());
    to.setValue(QStringLiteral("nodeUrls"), nodes);
    to.setValue(QStringLiteral("scheme"), QString::fromLatin1(domain::toString(profile.scheme)));
    to.setValue(QStringLiteral("user"), profile.user);
    to.setValue(QStringLiteral("spn"), profile.spn);
    to.setValue(QStringLiteral("pinnedCertificate"), profile.pinnedCertificate);
    to.setValue(QStringLiteral("caFile"), profile.caFile);
    to.setValue(QStringLiteral("readOnly"), profile.readOnly);
}

ports::ConnectionProfile read(const QSettings& from)
{
    ports::ConnectionProfile profile;
    profile.name = from.value(QStringLiteral("name")).toString();
    profile.url = from.value(QStringLiteral("url")).toString();
    profile.nodeUrlTemplate = from.value(QStringLiteral("nodeUrlTemplate"), profile.nodeUrlTemplate).toString();
    for (const auto& node : from.value(QStringLiteral("nodeUrls")).toStringList())
        if (const auto equals = node.indexOf(QLatin1Char('=')); equals > 0)
            profile.nodeUrls.insert(node.first(equals), node.sliced(equals + 1));
    profile.scheme = domain::authenticationSchemeOf(from.value(QStringLiteral("scheme")).toString().toStdString())
                         .value_or(profile.scheme);
    profile.user = from.value(QStringLiteral("user")).toString();
    profile.spn = from.value(QStringLiteral("spn")).toString();
    profile.pinnedCertificate = from.value(QStringLiteral("pinnedCertificate")).toString();
    profile.caFile = from.value(QStringLiteral("caFile")).toString();
    profile.readOnly = from.value(QStringLiteral("readOnly")).toBool();
    return profile;
}

QString windowKey(const QString& window, const char* what)
{
    return QStringLiteral("window/%1/%2").arg(window, QLatin1String(what));
}
QString tableKey(const QString& table, const char* what)
{
    return QStringLiteral("table/%1/%2").arg(table, QLatin1String(what));
}

} // namespace

Settings::Settings(const QString& file) : m_settings(file, QSettings::IniFormat)
{
    m_settings.setAtomicSyncRequired(true);
}

std::vector<ports::ConnectionProfile> Settings::profiles() const
{
    // Reading an array moves QSettings' own cursor, hence a second object on the same file.
    QSettings settings(m_settings.fileName(), QSettings::IniFormat);
    std::vector<ports::ConnectionProfile> profiles;
    const int count = settings.beginReadArray(profilesKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        profiles.push_back(read(settings));
    }
    settings.endArray();
    return profiles;
}

void Settings::setProfiles(const std::vector<ports::ConnectionProfile>& profiles)
{
    std::vector<ports::ConnectionProfile> unique;
    for (const auto& profile : profiles) {
        const auto same =
            std::find_if(unique.begin(), unique.end(), [&](const auto& p) { return p.name == profile.name; });
        if (same != unique.end())
            *same = profile;
        else
            unique.push_back(profile);
    }
    m_settings.remove(profilesKey);
    m_settings.beginWriteArray(profilesKey, int(unique.size()));
    for (std::size_t i = 0; i < unique.size(); ++i) {
        m_settings.setArrayIndex(int(i));
        write(m_settings, unique[i]);
    }
    m_settings.endArray();
}

std::optional<ports::ConnectionProfile> Settings::profile(const QString& name) const
{
    for (const auto& profile : profiles())
        if (profile.name == name) return profile;
    return std::nullopt;
}

void Settings::saveProfile(const ports::ConnectionProfile& profile)
{
    auto all = profiles();
    all.push_back(profile);
    setProfiles(all);
}

void Settings::removeProfile(const QString& name)
{
    auto all = profiles();
    std::erase_if(all, [&](const auto& profile) { return profile.name == name; });
    setProfiles(all);
    if (lastProfile() == name) setLastProfile({});
}

QString Settings::lastProfile() const { return m_settings.value(lastProfileKey).toString(); }
void Settings::setLastProfile(const QString& name) { m_settings.setValue(lastProfileKey, name); }

std::chrono::milliseconds Settings::refreshInterval() const
{
    bool isNumber = false;
    const auto value = m_settings.value(intervalKey).toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::chrono::milliseconds(value) : std::chrono::milliseconds(defaultInterval);
}

void Settings::setRefreshInterval(std::chrono::milliseconds interval)
{
    m_settings.setValue(intervalKey, qint64(interval.count()));
}

QByteArray Settings::bytes(const QString& key) const { return m_settings.value(key).toByteArray(); }

QByteArray Settings::windowGeometry(const QString& window) const { return bytes(windowKey(window, "geometry")); }
void Settings::setWindowGeometry(const QString& window, const QByteArray& geometry)
{
    m_settings.setValue(windowKey(window, "geometry"), geometry);
}
QByteArray Settings::windowState(const QString& window) const { return bytes(windowKey(window, "state")); }
void Settings::setWindowState(const QString& window, const QByteArray& state)
{
    m_settings.setValue(windowKey(window, "state"), state);
}
QByteArray Settings::headerState(const QString& table) const { return bytes(tableKey(table, "header")); }
void Settings::setHeaderState(const QString& table, const QByteArray& state)
{
    m_settings.setValue(tableKey(table, "header"), state);
}

std::optional<QStringList> Settings::hiddenColumns(const QString& table) const
{
    const auto key = tableKey(table, "hiddenColumns");
    if (!m_settings.contains(key)) return std::nullopt;
    return m_settings.value(key).toStringList();
}

void Settings::setHiddenColumns(const QString& table, const QStringList& columnIds)
{
    m_settings.setValue(tableKey(table, "hiddenColumns"), columnIds);
}

domain::Result<> Settings::save()
{
    m_settings.sync();
    if (m_settings.status() == QSettings::NoError) return {};
    return domain::fail(domain::ErrorKind::Storage, "write " + m_settings.fileName().toStdString());
}

} // namespace drydock::services
