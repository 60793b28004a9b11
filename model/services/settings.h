// What the program remembers between two starts, as typed values in one file of the data folder. Never a secret.
#pragma once

#include "model/domain/result.h"
#include "model/ports/exchange_gateway.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace drydock::services {

class Settings
{
public:
    explicit Settings(const QString& file);

    [[nodiscard]] std::vector<ports::ConnectionProfile> profiles() const;
    void setProfiles(const std::vector<ports::ConnectionProfile>& profiles); // two of one name: the last one counts
    [[nodiscard]] std::optional<ports::ConnectionProfile> profile(const QString& name) const;
    void saveProfile(const ports::ConnectionProfile& profile); // replaces the one of the same name
    void removeProfile(const QString& name);
    [[nodiscard]] QString lastProfile() const;
    void setLastProfile(const QString& name);

    [[nodiscard]] std::chrono::milliseconds refreshInterval() const; // 0: only on demand
    void setRefreshInterval(std::chrono::milliseconds interval);

    [[nodiscard]] QByteArray windowGeometry(const QString& window) const;
    void setWindowGeometry(const QString& window, const QByteArray& geometry);
    [[nodiscard]] QByteArray windowState(const QString& window) const;
    void setWindowState(const QString& window, const QByteArray& state);

    // A table's layout: its header's state, and the ids of the columns that are hidden.
    [[nodiscard]] QByteArray headerState(const QString& table) const;
    void setHeaderState(const QString& table, const QByteArray& state);
    [[nodiscard]] std::optional<QStringList> hiddenColumns(const QString& table) const; // empty: never chosen
    void setHiddenColumns(const QString& table, const QStringList& columnIds);

    // Writes at once, whole or not at all. Storage on failure; it is also written when this object goes.
    [[nodiscard]] domain::Result<> save();

private:
    [[nodiscard]] QByteArray bytes(const QString& key) const;

    QSettings m_settings;
};

} // namespace drydock::services
