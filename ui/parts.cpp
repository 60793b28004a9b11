// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/parts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace drydock::ui {

std::vector<Part> parts()
{
    QFile file(QStringLiteral(":/parts.json"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<Part> found;
    for (const auto& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const auto part = value.toObject();
        if (!part[QLatin1String("systems")].toArray().contains(QSysInfo::kernelType())) continue;
        found.push_back({part[QLatin1String("name")].toString(), part[QLatin1String("licence")].toString()});
    }
    return found;
}

} // namespace drydock::ui
