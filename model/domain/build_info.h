// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Says which build of Drydock this is: its version, the commit, the compiler. The same sources built by the same
// compiler say the same, whenever and wherever that is. May be called on any thread.
#pragma once

#include <string>

namespace drydock::domain {

struct BuildInfo {
    std::string version;
    std::string commit;     // its first twelve digits; empty for sources without git
    std::string commitDate; // "2026-11-28"; empty without a commit
    bool changed = false;   // files differed from the commit
    std::string compiler;   // "GNU 12.2.0"
    std::string configuration;
};

[[nodiscard]] BuildInfo buildInfo();
// Returns what --version prints of `program`.
[[nodiscard]] std::string versionText(const std::string& program, const BuildInfo& build = buildInfo());
// Returns "commit 0123456789ab of 2026-11-28, with changes", or that there is no commit.
[[nodiscard]] std::string commitText(const BuildInfo& build);

} // namespace drydock::domain
