// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/profile_file.h"

#include "model/services/profile_fields.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

namespace drydock::services {
namespace {

constexpr auto format = "drydockConnection"; // the key of the number that says what the file is
constexpr int version = 1;
constexpr qint64 longestFile = 1 << 20;

QJsonValue toJson(const QString& text) { return text; }
QJsonValue toJson(bool value) { return value; }
QJsonValue toJson(const QStringList& list) { return QJsonArray::fromStringList(list); }
QJsonValue toJson(const QMap<QString, QString>& map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

void fromJson(const QJsonValue& json, QString& text) { text = json.toString(text); }
void fromJson(const QJsonValue& json, bool& value) { value = json.toBool(value); }
void fromJson(const QJsonValue& json, QStringList& list) { list = json.toVariant().toStringList(); }
void fromJson(const QJsonValue& json, QMap<QString, QString>& map)
{
    const auto object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
}

} // namespace

domain::Result<> exportProfile(const ports::ConnectionProfile& profile, const QString& file)
{
    QJsonObject object{{QString::fromLatin1(format), version},
                       {QStringLiteral("scheme"), QString::fromLatin1(domain::toString(profile.scheme))}};
    forEachField(profile,
                 [&](const char* key, const auto& value) { object.insert(QString::fromLatin1(key), toJson(value)); });
    QSaveFile out(file);
    const auto text = QJsonDocument(object).toJson();
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return domain::fail(domain::ErrorKind::Storage, "write " + file.toStdString(), out.errorString().toStdString());
    return {};
}

domain::Result<ports::ConnectionProfile> importProfile(const QString& file)
{
    const auto what = "read " + file.toStdString();
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return domain::fail(domain::ErrorKind::Storage, what, in.errorString().toStdString());
    const auto object = QJsonDocument::fromJson(in.read(longestFile)).object();
    ports::ConnectionProfile profile;
    forEachField(profile, [&](const char* key, auto& value) {
        if (const auto found = object.constFind(QLatin1String(key)); found != object.constEnd())
            fromJson(*found, value);
    });
    const auto word = object.value(QStringLiteral("scheme")).toString().toStdString();
    const auto scheme = domain::authenticationSchemeOf(word);
    if (object.value(QString::fromLatin1(format)).toInt() != version || !scheme || profile.name.isEmpty() ||
        profile.url.isEmpty())
        return domain::fail(domain::ErrorKind::Malformed, what, "it is no connection that Drydock has exported");
    const auto urls =
        QStringList{profile.url, profile.nodeUrlTemplate, profile.clientUrlTemplate} + profile.nodeUrls.values();
    if (std::any_of(urls.begin(), urls.end(), [](const QString& url) { return !QUrl(url).userInfo().isEmpty(); }))
        return domain::fail(domain::ErrorKind::Malformed, what, "an address in it holds a user or a password");
    profile.scheme = *scheme;
    return profile;
}

} // namespace drydock::services
