// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What every folder and every source file owes to the reader: a README, a header of the file's name, a licence.
#include "tests/architecture/source_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>
#include <sstream>
#include <string>

using namespace drydock::tests;

namespace {

// Source files whose header has another name, and why. A program's main.cpp needs none, and the sources of a header for
// one system are called after it: x_posix.cpp, x_windows.cpp.
const std::map<std::string, std::string> withoutHeader{
    {"app/drydock/no_desktop_status.cpp", "desktop_status.h where the platform has none"},
    {"app/drydock/no_sleep_inhibitor.cpp", "sleep_inhibitor.h where the platform has none"},
    {"remoting/auth/acceptor_gssapi.cpp", "acceptor.h by GSSAPI"},
    {"remoting/auth/acceptor_sspi.cpp", "acceptor.h by SSPI"},
    {"remoting/auth/logon_sspi.cpp", "logon.h by SSPI"},
    {"remoting/auth/contexts_none.cpp", "acceptor.h and logon.h where the platform has none"},
    {"remoting/auth/logon_gssapi.cpp", "logon.h by GSSAPI"},
    {"remoting/psrp/session_crypto_none.cpp", "session_crypto.h where the build has no library"},
    {"remoting/psrp/session_crypto_openssl.cpp", "session_crypto.h by OpenSSL"},
};

// Outside code blocks, headings and tables.
int sentencesIn(const std::string& readme)
{
    std::istringstream lines(readme);
    std::string prose;
    bool code = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) code = !code;
        if (!code && !line.starts_with("```") && !line.starts_with("    ") && !line.starts_with("#") &&
            !line.starts_with("|"))
            prose += line + "\n";
    }
    static const std::regex end(R"([.!?][)*`"]*\s)");
    return int(std::distance(std::sregex_iterator(prose.begin(), prose.end(), end), std::sregex_iterator()));
}

bool opensWithItsLicence(const std::string& text)
{
    return text.starts_with("// SPDX-License-Identifier: MIT\n// SPDX-FileCopyrightText: The Drydock authors\n");
}

} // namespace

TEST(FolderRules, EveryFolderWithSourcesSaysWhatItIsFor)
{
    std::map<std::string, int> sources;
    for (const auto& path : filesIn(allFolders))
        ++sources[folderOf(path)];
    ASSERT_GT(sources.size(), 20U);
    for (const auto& [folder, count] : sources) {
        if (count < 2) continue;
        if (!exists(folder + "/README.md"))
            ADD_FAILURE() << folder << " has no README.md";
        else
            EXPECT_GE(sentencesIn(contentOf(folder + "/README.md")), 3) << folder << "/README.md says too little";
    }
}

TEST(FolderRules, SentencesAreCountedInProseAlone)
{
    EXPECT_EQ(sentencesIn("# Title.\n\nOne. Two (see `a.h`).\nThree!\n\n    code. code.\n\n| row. |\n"), 3);
    EXPECT_EQ(sentencesIn("```\ncode.\n```\nEnds with `code.`\n"), 1);
    EXPECT_EQ(sentencesIn("exchange.md 4.2 and so on"), 0);
}

TEST(FolderRules, EverySourceFileHasAHeaderOfItsName)
{
    for (const auto& path : filesIn(productFolders, {".cpp"})) {
        const auto stem = std::regex_replace(stemOf(path), std::regex("_(posix|windows)$"), "");
        const auto header = folderOf(path) + "/" + stem + ".h";
        const bool listed = withoutHeader.contains(path);
        if (nameOf(path) == "main.cpp" || exists(header))
            EXPECT_FALSE(listed) << path << " has its header: take it off the list";
        else
            EXPECT_TRUE(listed) << path << " has no header of its name";
    }
    for (const auto& [path, why] : withoutHeader)
        EXPECT_TRUE(exists(path)) << path << " is no more: take it off the list";
}

TEST(FolderRules, EverySourceFileOpensWithItsLicence)
{
    for (const auto& path : filesIn(allFolders))
        EXPECT_TRUE(opensWithItsLicence(contentOf(path))) << path;
}

TEST(FolderRules, ALicenceStandsInTheFirstTwoLines)
{
    EXPECT_TRUE(opensWithItsLicence("// SPDX-License-Identifier: MIT\n// SPDX-FileCopyrightText: The Drydock authors\n"
                                    "// What it is for.\n"));
    EXPECT_FALSE(opensWithItsLicence("// What it is for.\n// SPDX-License-Identifier: MIT\n"));
    EXPECT_FALSE(opensWithItsLicence("// SPDX-License-Identifier: MIT\n// What it is for.\n"));
}
