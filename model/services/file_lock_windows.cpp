// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/file_lock.h"
#include "model/services/lock_holder.h"

#include <QDir>

#include <string>

#include <windows.h>

namespace drydock::services {
namespace {

// A file that its owner marked for deletion can no longer be opened, until the owner has closed it.
bool isBusy(DWORD error)
{
    return error == ERROR_LOCK_VIOLATION || error == ERROR_IO_PENDING || error == ERROR_SHARING_VIOLATION ||
           error == ERROR_ACCESS_DENIED;
}

// Without DELETE: QFile, which reads who holds it, does not share the file with a handle that may delete it.
HANDLE open(const QString& file, DWORD disposition)
{
    const std::wstring path = QDir::toNativeSeparators(file).toStdWString();
    return CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, disposition,
                       FILE_ATTRIBUTE_NORMAL, nullptr);
}

// One byte behind everything that the file can hold is locked, so that others can read who holds it. The lock ends with
// the handle, and so with the process (LockFileEx).
bool lockByte(HANDLE handle, DWORD kind)
{
    OVERLAPPED at{};
    at.OffsetHigh = 0x40000000;
    return LockFileEx(handle, kind | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at) != 0;
}

bool isMarkedForDeletion(HANDLE handle)
{
    FILE_STANDARD_INFO info{};
    return GetFileInformationByHandleEx(handle, FileStandardInfo, &info, sizeof info) == 0 || info.DeletePending != 0;
}

bool writeHolder(HANDLE handle)
{
    const auto text = thisProcessAsHolder();
    DWORD written = 0;
    return SetFilePointer(handle, 0, nullptr, FILE_BEGIN) == 0 && SetEndOfFile(handle) != 0 &&
           WriteFile(handle, text.constData(), static_cast<DWORD>(text.size()), &written, nullptr) != 0 &&
           written == static_cast<DWORD>(text.size());
}

} // namespace

struct FileLock::Handle {
    HANDLE handle;
};

FileLock::FileLock(const QString& path) : m_file(path + QStringLiteral(".lock")) {}

// Removed while it is held: a process that has opened it meanwhile finds it marked.
FileLock::~FileLock()
{
    if (!m_handle) return;
    DeleteFileW(QDir::toNativeSeparators(m_file).toStdWString().c_str());
    CloseHandle(m_handle->handle);
}

FileLock::Attempt FileLock::tryOnce()
{
    const HANDLE handle = open(m_file, OPEN_ALWAYS);
    if (handle == INVALID_HANDLE_VALUE) return isBusy(GetLastError()) ? Attempt::Held : Attempt::Failed;
    auto attempt = Attempt::Held;
    if (!lockByte(handle, LOCKFILE_EXCLUSIVE_LOCK))
        attempt = isBusy(GetLastError()) ? Attempt::Held : Attempt::Failed;
    else if (!isMarkedForDeletion(handle) && !isHeldByAnotherComputer(m_file))
        attempt = writeHolder(handle) ? Attempt::Taken : Attempt::Failed;
    if (attempt == Attempt::Taken)
        m_handle = std::make_unique<Handle>(Handle{handle});
    else
        CloseHandle(handle);
    return attempt;
}

bool FileLock::isHeld(const QString& path)
{
    const QString file = path + QStringLiteral(".lock");
    const HANDLE handle = open(file, OPEN_EXISTING);
    if (handle == INVALID_HANDLE_VALUE) return isBusy(GetLastError());
    const bool held = !lockByte(handle, 0) || isHeldByAnotherComputer(file);
    CloseHandle(handle);
    return held;
}

} // namespace drydock::services
