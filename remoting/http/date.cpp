// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/date.h"

#include <array>
#include <cstdio>
#include <string>

namespace drydock::http {
namespace {

constexpr std::array<std::string_view, 7> dayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

} // namespace

std::string printDate(domain::Time time)
{
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{floor<seconds>(time - day)};
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  dayNames.at(weekday{day}.c_encoding()).data(), unsigned(date.day()),
                  monthNames.at(unsigned(date.month()) - 1).data(), int(date.year()), int(clock.hours().count()),
                  int(clock.minutes().count()), int(clock.seconds().count()));
    return text;
}

// The date is put into the form of ISO 8601, whose reader checks it.
std::optional<domain::Time> readDate(std::string_view text)
{
    constexpr std::string_view form = "Sun, 22 Nov 2026 14:00:00 GMT";
    if (text.size() != form.size() || text.substr(3, 2) != ", " || text[7] != ' ' || text[11] != ' ' ||
        text[16] != ' ' || text.substr(25) != " GMT")
        return {};
    for (std::size_t month = 0; month < monthNames.size(); ++month) {
        if (monthNames[month] != text.substr(8, 3)) continue;
        const auto number = std::to_string(101 + month).substr(1); // two digits
        return domain::fromIso(std::string(text.substr(12, 4)) + '-' + number + '-' + std::string(text.substr(5, 2)) +
                               'T' + std::string(text.substr(17, 8)) + 'Z');
    }
    return {};
}

} // namespace drydock::http
