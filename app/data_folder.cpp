// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/data_folder.h"

#include <QDir>
#include <QStandardPaths>

namespace drydock::app {

QString defaultDataFolder(const QString& programFolder)
{
    const QDir beside(programFolder);
    if (beside.exists(QStringLiteral("portable.ini"))) return beside.filePath(QStringLiteral("data"));
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

} // namespace drydock::app
