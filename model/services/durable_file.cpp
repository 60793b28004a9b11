// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/durable_file.h"

#include "model/services/disk_sync.h"

#include <QFileInfo>

namespace drydock::services {

domain::Failure DurableFile::failure(const char* what) const
{
    return domain::fail(domain::ErrorKind::Storage, std::string(what) + ' ' + m_file.fileName().toStdString(),
                        m_file.errorString().toStdString());
}

domain::Result<> DurableFile::open(const QString& path, Mode mode)
{
    m_file.setFileName(path);
    const auto unbuffered = QIODevice::ReadWrite | QIODevice::Unbuffered;
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const bool isNew = mode == Mode::CreateNew;
    if (!m_file.open(isNew ? unbuffered | QIODevice::NewOnly : unbuffered | QIODevice::ExistingOnly, ownerOnly))
        return failure(isNew ? "create" : "open");
    if (isNew && !syncFolder(QFileInfo(path).absolutePath())) return failure("sync the folder of");
    if (!m_file.seek(m_file.size())) return failure("open");
    return {};
}

domain::Result<> DurableFile::append(std::string_view bytes)
{
    if (m_broken)
        return domain::fail(domain::ErrorKind::Storage, "write " + m_file.fileName().toStdString(),
                            "an earlier write failed");
    m_broken = true;
    if (!standsAtItsPath(m_file))
        return domain::fail(domain::ErrorKind::Storage, "write " + m_file.fileName().toStdString(),
                            "the file was removed or replaced since it was opened");
    for (std::size_t written = 0; written < bytes.size();) {
        const auto count = m_file.write(bytes.data() + written, qint64(bytes.size() - written));
        if (count <= 0) return failure("write");
        written += std::size_t(count);
    }
    DRYDOCK_TRY_VOID(sync());
    m_broken = false;
    return {};
}

domain::Result<> DurableFile::truncate(qint64 length)
{
    if (!m_file.resize(length) || !m_file.seek(length)) return failure("cut off");
    return sync();
}

domain::Result<> DurableFile::sync()
{
    if (!m_file.flush() || !syncDescriptor(m_file.handle())) return failure("sync");
    return {};
}

} // namespace drydock::services
