// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The map of folders is law: every #include of the product is held against the table of who may include whom.
#include "tests/architecture/source_tree.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

using drydock::tests::contentOf;
using drydock::tests::filesIn;
using drydock::tests::productFolders;

namespace {

struct Rule {
    bool qt = false;
    std::set<std::string> folders;  // folders it may include, besides itself
    std::set<std::string> packages; // prefixes of third-party headers it may include
};

const std::set<std::string> model{"model/domain", "model/maintenance", "model/ports",
                                  "model/tables", "model/services",    "model/controllers"};

// What every layer of remoting may take: basics of the domain, and nothing else of it, and the one table of limits.
const std::set<std::string> domainBasics{
    "model/domain/authentication_scheme.h",
    "model/domain/base64.h",
    "model/domain/certificate_messages.h",
    "model/domain/digit_reader.h",
    "model/domain/endpoint_findings.h",
    "model/domain/endpoint_kind.h",
    "model/domain/enum_names.h",
    "model/domain/error.h",
    "model/domain/error_traits.h",
    "model/domain/healthcheck.h",
    "model/domain/iso_duration.h",
    "model/domain/loopback.h",
    "model/domain/names.h",
    "model/domain/read_only_cmdlet.h",
    "model/domain/result.h",
    "model/domain/secret.h",
    "model/domain/server_certificate.h",
    "model/domain/strings.h",
    "model/domain/time.h",
    "model/domain/utf8.h",
    "remoting/limits.h",
};

const std::map<std::string, Rule>& rules()
{
    static const std::map<std::string, Rule> table{
        {"model/domain", {false, {}, {"tl/"}}},
        {"model/maintenance", {false, {"model/domain"}, {"nlohmann/"}}},
        {"model/ports", {true, {"model/domain", "model/maintenance"}, {}}},
        {"model/tables", {true, {"model/domain", "model/maintenance"}, {}}},
        {"model/services", {true, {"model/domain", "model/maintenance", "model/ports"}, {"spdlog/"}}},
        {"model/controllers", {true, model, {}}},
        {"remoting/limits.h", {}},
        {"remoting/clixml", {false, {}, {"pugixml", "nlohmann/"}}},
        {"remoting/psrp", {false, {"remoting/clixml"}, {"openssl/"}}},
        {"remoting/wsman", {false, {}, {"pugixml"}}},
        {"remoting/auth", {true, {}, {"gssapi", "krb5.h", "security.h"}}},
        {"remoting/http", {true, {"remoting/auth"}, {"boost/", "netinet/", "sys/socket.h", "winsock2.h", "mstcpip.h"}}},
        {"remoting/session",
         {true, {"remoting/auth", "remoting/http", "remoting/wsman", "remoting/psrp", "remoting/clixml"}, {}}},
        {"remoting/exchange",
         {true,
          {"remoting/session", "remoting/psrp", "remoting/clixml", "model/domain", "model/maintenance", "model/ports"},
          {}}},
        {"remoting/keychain", {true, {"model/domain", "model/ports"}, {"qt6keychain/", "wincred.h"}}},
        {"remoting/lab",
         {true,
          {"remoting/http", "remoting/psrp", "remoting/wsman", "remoting/clixml", "remoting/auth"},
          {"nlohmann/", "tl/"}}},
        {"ui", {true, model, {}}},
    };
    return table;
}

// "ui/theme/icons.h" -> "ui", "model/domain/names.h" -> "model/domain"; empty for a path outside the tree.
std::string layerOf(const std::string& path)
{
    const auto first = path.substr(0, path.find('/'));
    if (first == "ui" || first == "app" || first == "tests" || first == "resources") return first;
    if (first != "model" && first != "remoting") return {};
    const auto second = path.find('/', first.size() + 1);
    return path.substr(0, second);
}

// Why the edge from a file to what it includes is not allowed; empty when it is.
std::string objection(const std::string& file, const std::string& target, bool angled)
{
    const auto folder = layerOf(file);
    const auto rule = rules().find(folder);
    if (rule == rules().end()) return folder == "app" ? "" : "a folder that the map does not know";
    if (target.rfind("Qt", 0) == 0 && target.find('/') != std::string::npos)
        return "Qt headers are included without module prefix";
    if (angled && target.size() > 1 && target[0] == 'Q') {
        return rule->second.qt ? "" : "this folder knows no Qt";
    }
    const auto into = layerOf(target);
    if (!into.empty()) {
        if (into == folder || rule->second.folders.contains(into)) return "";
        if (folder.rfind("remoting/", 0) == 0 && domainBasics.contains(target)) return "";
        return "may not include " + into;
    }
    if (target.find('/') == std::string::npos && target.find(".h") == std::string::npos)
        return ""; // the standard library, generated moc
    for (const auto& package : rule->second.packages)
        if (target.rfind(package, 0) == 0) return "";
    static const std::set<std::string> system{"sys/",      "fcntl.h", "unistd.h", "windows.h", "signal.h",
                                              "termios.h", "cerrno",  "io.h",     "wincred.h"};
    for (const auto& header : system)
        if (target.rfind(header, 0) == 0) return "";
    if (!angled || target.rfind("ui_", 0) == 0)
        return angled ? "" : "project headers are included by their path from the root";
    return "a package that this folder may not use";
}

} // namespace

TEST(IncludeRules, EveryIncludeIsAnEdgeOfTheMap)
{
    static const std::regex include(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^">]+)[">])", std::regex::multiline);
    const auto files = filesIn(productFolders, {".h", ".cpp", ".in"});
    ASSERT_GT(files.size(), 10u);
    for (const auto& file : files) {
        const auto text = contentOf(file);
        for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
            const auto why = objection(file, (*it)[2], (*it)[1] == "<");
            if (why.empty() || (*it)[2].str().find(".moc") != std::string::npos) continue;
            ADD_FAILURE() << file << " includes " << (*it)[2] << ": " << why;
        }
    }
}

TEST(IncludeRules, AWrongEdgeIsFound)
{
    EXPECT_NE(objection("ui/pages/a.cpp", "remoting/session/remote_shell.h", false), "");
    EXPECT_NE(objection("model/domain/a.h", "QString", true), "");
    EXPECT_NE(objection("remoting/psrp/a.h", "model/domain/dag_snapshot.h", false), "");
    EXPECT_NE(objection("model/tables/a.h", "model/ports/clock.h", false), "");
    EXPECT_NE(objection("ui/a.h", "QtCore/QString", true), "");
    EXPECT_NE(objection("remoting/lab/a.h", "model/domain/health_rules.h", false), "");
    EXPECT_EQ(objection("remoting/psrp/a.h", "model/domain/result.h", false), "");
    EXPECT_EQ(objection("ui/a.h", "QString", true), "");
}

TEST(HouseRules, NoNestedEventLoopsInTheProduct)
{
    static const std::regex forbidden(R"(processEvents\s*\(|QEventLoop\s|->terminate\(\))");
    for (const auto& file : filesIn(productFolders, {".h", ".cpp", ".in"})) {
        std::smatch match;
        const auto text = contentOf(file);
        EXPECT_FALSE(std::regex_search(text, match, forbidden)) << file << ": " << match.str();
    }
}

// One system's code is read without the other's in between, and each is compiled whole.
TEST(HouseRules, OnlyFilesNamedForASystemKnowWhichItIs)
{
    static const std::regex condition(R"(#\s*(if|elif).*(Q_OS_|_WIN32|WIN32|__linux__|__APPLE__|__unix__|_MSC_VER))");
    for (const auto& file : filesIn(productFolders)) {
        if (file.ends_with("_posix.cpp") || file.ends_with("_windows.cpp")) continue;
        std::smatch match;
        const auto text = contentOf(file);
        EXPECT_FALSE(std::regex_search(text, match, condition)) << file << ": " << match.str();
    }
}

TEST(HouseRules, TheCheckMacrosOfQtTestAreNotUsed)
{
    static const std::regex forbidden(R"(\b(QCOMPARE|QVERIFY2?|QTRY_[A-Z_]+|QSKIP|QFAIL)\s*\()");
    for (const auto& file : filesIn({"tests"})) {
        if (file.find("qt_test.h") != std::string::npos || file.find("include_rules_test") != std::string::npos)
            continue;
        std::smatch match;
        const auto text = contentOf(file);
        EXPECT_FALSE(std::regex_search(text, match, forbidden))
            << file << ": " << match.str() << " passes silently inside GoogleTest";
    }
}
