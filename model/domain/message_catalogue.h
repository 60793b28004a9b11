// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Looks sentences up in a catalogue at compile time. An unknown id or a wrong number of arguments does not compile.
// A catalogue is a table `inline constexpr Message …[]`; its `sentence<"an-id">(arguments …)` makes a text. Only .cpp
// files include this header.
#pragma once

#include "model/domain/localizable_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace drydock::domain {

// Holds the id of a sentence as a template argument.
template <std::size_t N> struct MessageId {
    char text[N]{};
    consteval MessageId(const char (&id)[N]) { std::copy_n(id, N, text); }
    [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

template <std::size_t N>
[[nodiscard]] consteval const Message& messageIn(const Message (&catalogue)[N], std::string_view id)
{
    for (const auto& message : catalogue)
        if (id == message.id) return message;
    throw "the catalogue has no sentence of this id";
}

// Returns the number n of arguments of a sentence, which must contain each of %1 to %n.
[[nodiscard]] consteval std::size_t placeholdersIn(std::string_view english)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < english.size(); ++i)
        if (english[i] == '%' && english[i + 1] >= '1' && english[i + 1] <= '9')
            count = std::max(count, static_cast<std::size_t>(english[i + 1] - '0'));
    for (std::size_t number = 1; number <= count; ++number) {
        const char placeholder[] = {'%', static_cast<char>('0' + number)};
        if (english.find(std::string_view(placeholder, 2)) == std::string_view::npos)
            throw "a placeholder is missing between the others";
    }
    return count;
}

template <const auto& catalogue, MessageId id> struct Sentence {
    static constexpr const Message& message = messageIn(catalogue, id.view());

    template <class... Args> [[nodiscard]] LocalizableText operator()(Args&&... args) const
    {
        static_assert(placeholdersIn(message.english) == sizeof...(Args), "one argument for each placeholder");
        return LocalizableText(message, {TextArgument(std::forward<Args>(args))...});
    }
};

} // namespace drydock::domain
