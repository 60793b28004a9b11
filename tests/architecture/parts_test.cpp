// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Every library whose headers the product includes is in resources/parts.json, from which About, the licences of a
// package and its bill of materials are made.
#include "tests/architecture/source_tree.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

using namespace drydock::tests;

namespace {

// "boost/beast.hpp" -> "boost"; headers of the system and of Qt have no folder here, or one of these.
std::string libraryOf(const std::string& header)
{
    static const std::set<std::string> ofTheSystem{"sys", "netinet", "linux"};
    const auto folder = header.substr(0, header.find('/'));
    return ofTheSystem.contains(folder) ? std::string() : folder;
}

std::set<std::string> foldersIn(const std::string& text, const std::regex& header)
{
    std::set<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), header), end; it != end; ++it)
        found.insert(libraryOf((*it)[1]));
    found.erase(std::string());
    return found;
}

} // namespace

TEST(Parts, EveryLibraryThatIsIncludedIsListedWithItsLicence)
{
    static const std::regex include(R"(#[ \t]*include[ \t]*<([^>Q]*/[^>]*|pugixml\.hpp)>)");
    static const std::regex listed(R"re("header": "([^"]*)")re");
    const auto parts = foldersIn(contentOf("resources/parts.json"), listed);
    ASSERT_GT(parts.size(), 5U);
    for (const auto& file : filesIn(productFolders))
        for (const auto& library : foldersIn(contentOf(file), include))
            EXPECT_TRUE(parts.contains(library)) << file << " includes " << library;
}
