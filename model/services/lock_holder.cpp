// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/lock_holder.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

namespace drydock::services {

QByteArray thisProcessAsHolder()
{
    return QByteArray::number(QCoreApplication::applicationPid()) + '\n' +
           QCoreApplication::applicationName().toUtf8() + '\n' + QSysInfo::machineHostName().toLocal8Bit() + '\n';
}

std::optional<LockHolder> lockHolderIn(const QString& file)
{
    QFile lock(file);
    if (!lock.open(QIODevice::ReadOnly)) return {};
    const auto lines = lock.readAll().split('\n');
    if (lines.size() < 4) return {};
    return LockHolder{lines[0].toLongLong(), lines[1], lines[2]};
}

bool isHeldByAnotherComputer(const QString& file)
{
    const auto holder = lockHolderIn(file);
    return holder && !holder->computer.isEmpty() && holder->computer != QSysInfo::machineHostName().toLocal8Bit();
}

} // namespace drydock::services
