// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/data_folder.h"

#include <QDir>
#include <QFileInfo>

#include <array>

#include <windows.h>

namespace drydock::app {

QString programFolder()
{
    std::array<wchar_t, 32768> path{}; // the longest that Windows has
    const DWORD length = GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    const auto file = QString::fromWCharArray(path.data(), static_cast<int>(length));
    return QFileInfo(QDir::fromNativeSeparators(file)).absolutePath();
}

} // namespace drydock::app
