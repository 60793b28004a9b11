// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Appends to a file so that what was reported as written is on the disk: append, flush, sync.
#pragma once

#include "model/domain/result.h"

#include <QFile>
#include <QString>

#include <string_view>

namespace drydock::services {

class DurableFile
{
public:
    enum class Mode { CreateNew, OpenExisting };

    // CreateNew makes the file readable by its owner alone, and syncs the folder; Storage when it exists already.
    [[nodiscard]] domain::Result<> open(const QString& path, Mode mode);
    // All bytes or an error of kind Storage; after an error the file takes no more. A file that was removed or replaced
    // since it was opened is such an error: what is written to it would be lost.
    [[nodiscard]] domain::Result<> append(std::string_view bytes);
    // Cuts the file off at this length, on the disk as well.
    [[nodiscard]] domain::Result<> truncate(qint64 length);

private:
    [[nodiscard]] domain::Result<> sync();
    [[nodiscard]] domain::Failure failure(const char* what) const;

    QFile m_file;
    bool m_broken = false;
};

} // namespace drydock::services
