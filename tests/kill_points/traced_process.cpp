// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/kill_points/traced_process.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <string_view>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace drydock::tests {
namespace {

using SystemCallInfo = __ptrace_syscall_info;

constexpr int none = -1;

// A system call by which a program can change a folder, and which of its arguments are what.
struct Kind {
    long number = 0;
    const char* name = "";
    int descriptor = none;
    int path = none;
    int otherPath = none;
    int flags = none;
    int bytes = none; // followed by their number
};

constexpr Kind kinds[] = {
    {.number = SYS_openat, .name = "openat", .path = 1, .flags = 2},
    {.number = SYS_close, .name = "close", .descriptor = 0},
    {.number = SYS_write, .name = "write", .descriptor = 0, .bytes = 1},
    {.number = SYS_pwrite64, .name = "pwrite64", .descriptor = 0},
    {.number = SYS_writev, .name = "writev", .descriptor = 0},
    {.number = SYS_fsync, .name = "fsync", .descriptor = 0},
    {.number = SYS_fdatasync, .name = "fdatasync", .descriptor = 0},
    {.number = SYS_ftruncate, .name = "ftruncate", .descriptor = 0},
    {.number = SYS_flock, .name = "flock", .descriptor = 0},
    {.number = SYS_fchmod, .name = "fchmod", .descriptor = 0},
    {.number = SYS_fchmodat, .name = "fchmodat", .path = 1},
    {.number = SYS_linkat, .name = "linkat", .path = 1, .otherPath = 3},
    {.number = SYS_unlinkat, .name = "unlinkat", .path = 1},
    {.number = SYS_renameat2, .name = "renameat2", .path = 1, .otherPath = 3},
    {.number = SYS_mkdirat, .name = "mkdirat", .path = 1},
#ifdef SYS_open // not on newer architectures
    {.number = SYS_open, .name = "open", .path = 0, .flags = 1},
    {.number = SYS_chmod, .name = "chmod", .path = 0},
    {.number = SYS_link, .name = "link", .path = 0, .otherPath = 1},
    {.number = SYS_unlink, .name = "unlink", .path = 0},
    {.number = SYS_rename, .name = "rename", .path = 0, .otherPath = 1},
    {.number = SYS_renameat, .name = "renameat", .path = 1, .otherPath = 3},
    {.number = SYS_mkdir, .name = "mkdir", .path = 0},
#endif
};

bool isFile(const std::string& path)
{
    struct stat status {
    };
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

class Tracer
{
public:
    Tracer(pid_t child, const Watched& watched, const std::optional<KillPoint>& point)
        : m_child(child), m_watched(watched), m_point(point)
    {
    }

    TracedProcess trace();

private:
    // Returns whether the process is to go on.
    bool onEntry(const SystemCallInfo& info);
    void onExit(const SystemCallInfo& info);
    void kill(const std::string& torn, const std::string& file);
    [[nodiscard]] std::string bytesAt(std::uint64_t address, std::size_t count) const;
    [[nodiscard]] std::string textAt(std::uint64_t address) const;
    [[nodiscard]] bool isInside(const std::string& path) const
    {
        return path == m_watched.folder || path.starts_with(m_watched.folder + '/');
    }

    pid_t m_child;
    const Watched& m_watched;
    std::optional<KillPoint> m_point;
    TracedProcess m_result;
    std::map<int, std::string> m_open; // descriptors of files that were opened for writing, and of the folder
    std::string m_opening;             // path of the open under way
};

std::string Tracer::bytesAt(std::uint64_t address, std::size_t count) const
{
    std::string bytes(count, '\0');
    iovec local{bytes.data(), count};
    iovec remote{reinterpret_cast<void*>(address), count}; // NOLINT(performance-no-int-to-ptr): of the other process
    const auto read = ::process_vm_readv(m_child, &local, 1, &remote, 1, 0);
    bytes.resize(std::size_t(std::max<ssize_t>(read, 0)));
    return bytes;
}

// A page at a time: the next one may not be there.
std::string Tracer::textAt(std::uint64_t address) const
{
    constexpr std::uint64_t page = 4096;
    std::string text;
    for (int pages = 0; pages < 2; ++pages) {
        const auto bytes = bytesAt(address, std::size_t(page - address % page));
        text += bytes.substr(0, bytes.find('\0'));
        if (bytes.empty() || bytes.find('\0') != std::string::npos) break;
        address += bytes.size();
    }
    return text;
}

void Tracer::kill(const std::string& torn, const std::string& file)
{
    ::kill(m_child, SIGKILL);
    ::waitpid(m_child, nullptr, 0);
    m_result.killed = true;
    if (!torn.empty()) std::ofstream(file, std::ios::app | std::ios::binary) << torn;
}

bool Tracer::onEntry(const SystemCallInfo& info)
{
    const auto* kind = std::find_if(std::begin(kinds), std::end(kinds),
                                    [&](const Kind& k) { return k.number == long(info.entry.nr); });
    m_opening.clear();
    if (kind == std::end(kinds)) return true;
    const auto argument = [&](int index) { return info.entry.args[index]; };
    std::string what;
    if (kind->descriptor != none) {
        const auto descriptor = int(argument(kind->descriptor));
        const auto open = m_open.find(descriptor);
        if (open != m_open.end()) what = open->second;
        if (descriptor == m_watched.descriptor) what = "(the lab)";
        if (kind->number == SYS_close) m_open.erase(descriptor);
    }
    if (kind->path != none) what = textAt(argument(kind->path));
    if (kind->otherPath != none && !isInside(what)) what = textAt(argument(kind->otherPath));
    const bool onLab = kind->descriptor != none && what == "(the lab)";
    if (!onLab && !isInside(what)) return true;
    if (kind->flags != none) {
        const auto flags = int(argument(kind->flags));
        const bool isFolder = what == m_watched.folder; // opened to sync it, or to look into it
        if (isFolder || (flags & (O_WRONLY | O_RDWR)) != 0) m_opening = what;
        if ((flags & (O_WRONLY | O_RDWR)) == 0) return true; // it only looks
    }
    SystemCall call{kind->name + (' ' + what.substr(std::min(what.size(), onLab ? 0 : m_watched.folder.size() + 1))),
                    kind->bytes != none && !onLab && isFile(what)};
    m_result.calls.push_back(call);
    if (!m_point || m_point->call + 1 != m_result.calls.size()) return true;
    std::string half;
    if (m_point->torn && call.tearable)
        half = bytesAt(argument(kind->bytes), std::size_t(argument(kind->bytes + 1)) / 2);
    kill(half, what);
    return false;
}

void Tracer::onExit(const SystemCallInfo& info)
{
    if (!m_opening.empty() && info.exit.rval >= 0) m_open[int(info.exit.rval)] = m_opening;
    m_opening.clear();
}

TracedProcess Tracer::trace()
{
    int status = 0;
    if (::waitpid(m_child, &status, 0) != m_child || !WIFSTOPPED(status)) return m_result;
    ::ptrace(PTRACE_SETOPTIONS, m_child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    long signal = 0;
    for (;;) {
        if (::ptrace(PTRACE_SYSCALL, m_child, nullptr, signal) != 0) return m_result;
        if (::waitpid(m_child, &status, 0) != m_child) return m_result;
        if (WIFEXITED(status)) m_result.exitCode = WEXITSTATUS(status);
        if (!WIFSTOPPED(status)) return m_result;
        signal = 0;
        if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
            signal = WSTOPSIG(status); // passed on
            continue;
        }
        SystemCallInfo info{};
        ::ptrace(PTRACE_GET_SYSCALL_INFO, m_child, sizeof info, &info);
        if (info.op == PTRACE_SYSCALL_INFO_EXIT) onExit(info);
        if (info.op == PTRACE_SYSCALL_INFO_ENTRY && !onEntry(info)) return m_result;
    }
}

} // namespace

TracedProcess runTraced(const std::function<int()>& body, const Watched& watched, const std::optional<KillPoint>& point)
{
    const auto child = ::fork();
    if (child == 0) {
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(126);
        ::raise(SIGSTOP);
        ::_exit(body()); // without destructors that belong to the parent
    }
    if (child < 0) return {};
    return Tracer(child, watched, point).trace();
}

std::string whyNotTraced()
{
    const auto traced = runTraced([] { return 7; }, {});
    return traced.exitCode == 7 ? std::string() : "this system lets no process be traced (ptrace)";
}

} // namespace drydock::tests
