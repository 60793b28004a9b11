// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of the elements of rsp:Shell, in the order in which Windows writes them, for reading and writing.
#pragma once

#include "remoting/wsman/response.h"

#include <array>
#include <utility>

namespace drydock::wsman {

inline constexpr std::array<std::pair<const char*, std::string ShellInfo::*>, 20> shellFields{{
    {"ShellId", &ShellInfo::shellId},
    {"ResourceUri", &ShellInfo::resourceUri},
    {"Owner", &ShellInfo::owner},
    {"ClientIP", &ShellInfo::clientIp},
    {"ProcessId", &ShellInfo::processId},
    {"IdleTimeOut", &ShellInfo::idleTimeOut},
    {"InputStreams", &ShellInfo::inputStreams},
    {"OutputStreams", &ShellInfo::outputStreams},
    {"MaxIdleTimeOut", &ShellInfo::maxIdleTimeOut},
    {"Locale", &ShellInfo::locale},
    {"DataLocale", &ShellInfo::dataLocale},
    {"CompressionMode", &ShellInfo::compressionMode},
    {"ProfileLoaded", &ShellInfo::profileLoaded},
    {"Encoding", &ShellInfo::encoding},
    {"BufferMode", &ShellInfo::bufferMode},
    {"State", &ShellInfo::state},
    {"ShellRunTime", &ShellInfo::shellRunTime},
    {"ShellInactivity", &ShellInfo::shellInactivity},
    {"MemoryUsed", &ShellInfo::memoryUsed},
    {"ChildProcesses", &ShellInfo::childProcesses},
}};

} // namespace drydock::wsman
