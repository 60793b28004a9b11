// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/build_info.h"

#include "model/domain/build_facts.h"

namespace drydock::domain {

BuildInfo buildInfo()
{
    return {DRYDOCK_BUILD_VERSION,  DRYDOCK_COMMIT,   DRYDOCK_COMMIT_DATE,
            DRYDOCK_COMMIT_CHANGED, DRYDOCK_COMPILER, DRYDOCK_CONFIGURATION};
}

std::string versionText(const std::string& program, const BuildInfo& build)
{
    return program + " " + build.version + "\n" + commitText(build) + "\n" + build.compiler + ", " +
           build.configuration;
}

std::string commitText(const BuildInfo& build)
{
    if (build.commit.empty()) return "no commit is known";
    return "commit " + build.commit + " of " + build.commitDate + (build.changed ? ", with changes" : "");
}

} // namespace drydock::domain
