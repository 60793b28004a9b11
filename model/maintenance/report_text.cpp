// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/report_text.h"

#include "model/domain/visible_text.h"

#include <chrono>

namespace drydock::maintenance::report_text {

using namespace domain;

namespace {

// The page sets no colours, because it is printed and read with dark and light themes.
constexpr const char* style =
    "body{font-family:sans-serif;max-width:60em;margin:2em auto}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.3em .6em;text-align:left;"
    "vertical-align:top}code{font-size:90%}";

} // namespace

std::string timeText(const std::optional<Time>& time) { return time ? toIso(*time) : "-"; }

std::string elapsed(const std::optional<Time>& from, const std::optional<Time>& to)
{
    if (!from || !to || *to < *from) return "-";
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(*to - *from).count();
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(seconds / 60) + ":" + two(seconds % 60);
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : visibleText(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string listAsHtml(const char* heading, const std::vector<std::string>& lines)
{
    if (lines.empty()) return {};
    std::string out = std::string("<h2>") + heading + "</h2>\n<ul>";
    for (const auto& line : lines)
        out += "<li>" + escaped(line) + "</li>\n";
    return out + "</ul>\n";
}

std::string pageBegin(const std::string& title, const std::vector<std::pair<std::string, std::string>>& head)
{
    const auto shown = escaped(title);
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + shown +
                      "</title><style>" + style + "</style></head><body>\n<h1>" + shown + "</h1>\n<table>";
    for (const auto& [name, value] : head)
        if (!value.empty()) out += "<tr><th>" + escaped(name) + "</th><td>" + escaped(value) + "</td></tr>\n";
    return out + "</table>\n";
}

std::string pageEnd() { return "</body></html>\n"; }

} // namespace drydock::maintenance::report_text
