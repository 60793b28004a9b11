// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// How long decoding takes, as a multiple of Expat's bare parse of the same bytes (protocol.md 9: the target is Expat's
// parse).
#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <expat.h>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace {

using drydock::clixml::read;

// CPU time of this process: other work on the machine does not count.
double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string contents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return std::move(out).str();
}

template <class Work> double best(Work work)
{
    double least = 1e9;
    for (int round = 0; round < 9; ++round) {
        const double start = cpuSeconds();
        for (int i = 0; i < 5; ++i)
            work();
        least = std::min(least, (cpuSeconds() - start) / 5);
    }
    return least;
}

bool expatParse(const std::string& text)
{
    const XML_Parser parser = XML_ParserCreate(nullptr);
    const bool parsed = XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return parsed;
}

} // namespace

int main()
{
    std::vector<std::pair<std::string, std::string>> documents;
    std::size_t bytes = 0;
    const std::filesystem::path folder = drydock::tests::testData() / "exchange-clixml";
    if (std::filesystem::exists(folder)) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::string text = contents(entry.path());
            if (!read(text) || !expatParse(text)) continue;
            bytes += text.size();
            documents.emplace_back(entry.path().filename(), std::move(text));
        }
    }
    if (documents.empty()) return (std::puts("clixml_bench: no captures beside the source tree"), 0);
    const auto all = [&](auto work) {
        return best([&] {
            for (const auto& document : documents)
                work(document.second);
        });
    };
    const double expat = all([](const std::string& text) { expatParse(text); });
    const double pugi = all([](const std::string& text) {
        pugi::xml_document().load_buffer(text.data(), text.size(), pugi::parse_minimal);
    });
    const double decode = all([](const std::string& text) { (void)read(text); });
    std::vector<std::vector<drydock::clixml::Value>> trees;
    for (const auto& document : documents)
        trees.push_back(read(document.second).value());
    const double encode = best([&] {
        for (const auto& tree : trees)
            (void)drydock::clixml::writeDocument(tree);
    });
    const double print = best([&] {
        for (const auto& tree : trees)
            (void)drydock::clixml::toJson(tree);
    });
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::printf("clixml: %zu documents, %.1f MB\n", documents.size(), megabytes);
    const auto line = [&](const char* name, double seconds) {
        std::printf("  %-22s %7.1f MB/s   %5.2f x Expat\n", name, megabytes / seconds, seconds / expat);
    };
    line("Expat, bare parse", expat);
    line("pugixml, bare parse", pugi);
    line("decode to values", decode);
    line("encode", encode);
    line("print as JSON", print);
    return 0;
}
