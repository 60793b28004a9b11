// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/group_lock.h"

#include "model/domain/strings.h"

#include <QByteArray>

namespace drydock::services {
namespace {

// A name of any characters as a file name, without two of them meeting in one: names compare without case.
QString fileNameOf(const std::string& group)
{
    return QString::fromLatin1(QByteArray::fromStdString(domain::lowered(group)).toPercentEncoding());
}

} // namespace

domain::Result<std::unique_ptr<FileLock>> lockGroup(const QString& folder, const std::string& group,
                                                    const std::string& what)
{
    using domain::ErrorKind;
    if (group.empty()) return std::unique_ptr<FileLock>();
    auto locked = FileLock::take(folder + QStringLiteral("/group-") + fileNameOf(group));
    if (locked || locked.error().kind != ErrorKind::Locked) return locked;
    return domain::fail(ErrorKind::Locked, "begin a " + what + " in " + group,
                        "another " + what + " is under way there: " + locked.error().detail, locked.error().code);
}

} // namespace drydock::services
