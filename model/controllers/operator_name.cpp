// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/operator_name.h"

#include <QString>
#include <QSysInfo>

namespace drydock::controllers {

std::string operatorOf(const std::string& sessionUser)
{
    if (!sessionUser.empty()) return sessionUser;
    auto user = qEnvironmentVariable("USER");
    if (user.isEmpty()) user = qEnvironmentVariable("USERNAME");
    if (user.isEmpty()) user = QStringLiteral("?");
    return QString(user + QLatin1Char('@') + QSysInfo::machineHostName()).toStdString();
}

} // namespace drydock::controllers
