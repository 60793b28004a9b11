// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads a text of digits and separators from left to right: dates, times of day and durations. It accepts neither signs
// nor white space.
#pragma once

#include "model/domain/strings.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace drydock::domain {

class DigitReader
{
public:
    explicit DigitReader(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool atEnd() const noexcept { return m_rest.empty(); }
    // Returns the next character; '\0' at the end.
    [[nodiscard]] char peek() const noexcept { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool skip(char c) noexcept
    {
        if (m_rest.empty() || m_rest.front() != c) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    // Reads exactly `count` digits; `count` is at most 9. Returns empty, and reads nothing, if there are fewer.
    std::optional<int> digits(std::size_t count) noexcept
    {
        if (m_rest.size() < count) return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (!isDigit(m_rest[i])) return std::nullopt;
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }
    // Reads all digits up to the next other character. Returns empty if there is no digit, or if the number exceeds
    // 2^31 - 1, the limit of .NET.
    std::optional<std::int64_t> number() noexcept
    {
        std::int64_t value = 0;
        std::size_t i = 0;
        for (; i < m_rest.size() && isDigit(m_rest[i]); ++i) {
            value = value * 10 + (m_rest[i] - '0');
            if (value > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
        }
        if (i == 0) return std::nullopt;
        m_rest.remove_prefix(i);
        return value;
    }
    enum class BeyondPlaces { Cut, Round };
    // Reads the digits after a decimal point. Returns their value in units of 10^-places; empty if there is no digit.
    std::optional<std::int64_t> fraction(std::size_t places, BeyondPlaces beyond) noexcept
    {
        std::int64_t value = 0;
        std::size_t i = 0;
        for (; i < m_rest.size() && isDigit(m_rest[i]); ++i) {
            if (i < places) value = value * 10 + (m_rest[i] - '0');
            if (i == places && beyond == BeyondPlaces::Round && m_rest[i] >= '5') ++value;
        }
        if (i == 0) return std::nullopt;
        for (std::size_t k = i; k < places; ++k)
            value *= 10;
        m_rest.remove_prefix(i);
        return value;
    }

private:
    std::string_view m_rest;
};

} // namespace drydock::domain
