// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Every citation of a page ("exchange.md 4.2", "cli.md, \"Exit codes\"") leads to a page of the repository and to a
// heading there. A table's row and a paragraph that opens in bold may be cited by name as well.
#include "tests/architecture/source_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

using namespace drydock::tests;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

// What a page can be cited by: its headings, the first cells of its tables' rows, the bold words that open a paragraph.
using Page = std::vector<std::string>;
using Pages = std::map<std::string, Page>; // by path: "model/docs/exchange.md"

Page pageOf(const std::string& text)
{
    Page page;
    std::smatch match;
    static const std::regex heading(R"(^#+ +(.*)$)");
    static const std::regex row(R"(^\| *([^|]*[^| ]) *\|.*$)");
    static const std::regex bold(R"(^\*\*([^*]+)\*\*.*$)");
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (std::regex_match(line, match, heading) || std::regex_match(line, match, row) ||
            std::regex_match(line, match, bold))
            page.push_back(match[1]);
    return page;
}

Pages pagesOfTheTree()
{
    Pages pages;
    auto paths = filesIn(allFolders, {".md"});
    for (const char* atTheRoot : {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"})
        if (exists(atTheRoot)) paths.emplace_back(atTheRoot);
    for (const auto& path : paths)
        pages[path] = pageOf(contentOf(path));
    return pages;
}

// The page of that path, or else the only one of that name; nullptr where there is none.
const Page* find(const Pages& pages, const std::string& cited)
{
    if (const auto found = pages.find(cited); found != pages.end()) return &found->second;
    const auto found =
        std::find_if(pages.begin(), pages.end(), [&](const auto& page) { return nameOf(page.first) == cited; });
    return found == pages.end() ? nullptr : &found->second;
}

bool hasNumber(const Page& page, const std::string& number)
{
    return std::any_of(page.begin(), page.end(), [&](const std::string& heading) {
        return heading == number || heading.starts_with(number + " ");
    });
}

// A heading may be cited without its number, and a row by what stands before its colon.
bool hasName(const Page& page, const std::string& name)
{
    static const std::regex number(R"(^\d+(\.\d+)* )");
    return std::any_of(page.begin(), page.end(), [&](const std::string& heading) {
        return heading == name || heading.starts_with(name + ":") || std::regex_replace(heading, number, "") == name;
    });
}

// One citation: what is wrong with what follows the page's name; empty where nothing is.
std::string objection(const Page& page, std::string rest)
{
    std::smatch match;
    static const std::regex numbers(R"(^`? (\d+(?:\.\d+)*(?:(?:, | and | or |–)\d+(?:\.\d+)*)*))");
    static const std::regex number(R"(\d+(?:\.\d+)*)");
    if (std::regex_search(rest, match, numbers)) {
        const auto list = match[1].str();
        for (std::sregex_iterator it(list.begin(), list.end(), number), end; it != end; ++it)
            if (!hasNumber(page, it->str())) return "has no section " + it->str();
        rest = match.suffix();
    }
    static const std::regex quoted(R"lit(^`?,? "([^"]+)")lit");
    if (std::regex_search(rest, match, quoted))
        return hasName(page, match[1]) ? "" : "has no \"" + match[1].str() + "\"";
    static const std::regex plain(R"(^`?, ([A-Z][^),.;:]*))");
    if (std::regex_search(rest, match, plain)) return hasName(page, match[1]) ? "" : "has no " + match[1].str();
    return {};
}

// The text on one line, without the marks that begin a line of a comment.
std::string flattened(const std::string& text)
{
    std::string flat;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(" \t/#*");
        flat += ' ';
        if (begin != std::string::npos) flat += line.substr(begin);
    }
    return flat;
}

// "exchange.md has no section 9.9", for each citation of the text that leads nowhere.
std::vector<std::string> deadCitations(const Pages& pages, const std::string& text)
{
    static const std::string ending = ".md";
    static const std::string ofAPath = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./";
    std::vector<std::string> dead;
    if (text.find(ending) == std::string::npos) return dead;
    const auto flat = flattened(text);
    for (auto at = flat.find(ending); at != std::string::npos; at = flat.find(ending, at + 1)) {
        const auto begin = flat.find_last_not_of(ofAPath, at) + 1;
        const auto cited = flat.substr(begin, at + ending.size() - begin);
        const auto rest = flat.substr(at + ending.size(), 200);
        const bool ofAnotherProject =
            cited.find('/') != std::string::npos && !allFolders.contains(cited.substr(0, cited.find('/')));
        if (cited == ending || ofAnotherProject) continue;
        const auto* page = find(pages, cited);
        const auto why = page ? objection(*page, rest) : "is not in the repository";
        if (!why.empty()) dead.push_back(cited + " " + why);
    }
    return dead;
}

} // namespace

TEST(Citations, EachLeadsToAPageAndAHeading)
{
    const auto pages = pagesOfTheTree();
    ASSERT_TRUE(find(pages, "exchange.md"));
    auto files = filesIn(allFolders, {".h", ".cpp", ".in", ".inc", ".md", ".txt", ".cmake", ".ui"});
    for (const char* atTheRoot : {"CMakeLists.txt", "README.md", "CONTRIBUTING.md", "check", "run"})
        if (exists(atTheRoot)) files.emplace_back(atTheRoot);
    for (const auto& file : files) {
        if (nameOf(file) == "citations_test.cpp") continue;
        for (const auto& dead : deadCitations(pages, contentOf(file)))
            ADD_FAILURE() << file << ": " << dead;
    }
}

TEST(Citations, OneThatLeadsNowhereIsFound)
{
    const Pages pages{{"model/docs/exchange.md", pageOf("# Facts\n## 4 Pitfalls\n### 4.2 Transport\n## Sources\n"
                                                        "**Status enum**, by number\n| BCS selection: best | x |\n")},
                      {"remoting/README.md", pageOf("# remoting\n| row | default |\n| read margin | 30 s |\n")}};
    const auto dead = [&](const std::string& text) { return deadCitations(pages, text); };
    EXPECT_THAT(dead("// (exchange.md 4.2), `exchange.md` 4, exchange.md, \"Sources\" and exchange.md 4.2, row 3"),
                IsEmpty());
    EXPECT_THAT(dead("// exchange.md, Sources; exchange.md, \"Transport\"; model/docs/exchange.md; docs/OTHER.md"),
                IsEmpty());
    EXPECT_THAT(dead("// remoting/README.md, \"read margin\"; exchange.md 4, \"BCS selection\", \"Status enum\""),
                IsEmpty());
    EXPECT_THAT(dead("exchange.md 4.2, \"Status\""), ElementsAre("exchange.md has no \"Status\""));
    EXPECT_THAT(dead("// exchange.md 4.20"), ElementsAre("exchange.md has no section 4.20"));
    EXPECT_THAT(dead("// exchange.md 4 and\n  // 5.1"), ElementsAre("exchange.md has no section 5.1"));
    EXPECT_THAT(dead("// (exchange.md\n// 4.3)"), ElementsAre("exchange.md has no section 4.3"));
    EXPECT_THAT(dead("exchange.md, \"Source\""), ElementsAre("exchange.md has no \"Source\""));
    EXPECT_THAT(dead("exchange.md, Motion)"), ElementsAre("exchange.md has no Motion"));
    EXPECT_THAT(dead("conventions.md 15"), ElementsAre("conventions.md is not in the repository"));
    EXPECT_THAT(dead("ui/docs/exchange.md"), ElementsAre("ui/docs/exchange.md is not in the repository"));
    EXPECT_THAT(dead("remoting/README.md, \"reading\""), ElementsAre("remoting/README.md has no \"reading\""));
}
