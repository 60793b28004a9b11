// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A sentence as data: an entry of a catalogue and its arguments. `ui` translates it, drydockctl prints it in English.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

// Marks a template for lupdate (`-tr-function-alias QT_TRANSLATE_NOOP+=DRYDOCK_TEXT`), context "model".
#define DRYDOCK_TEXT(context, text) text

namespace drydock::domain {

// An entry of a catalogue of sentences (message_catalogue.h). An id never changes because journals hold it.
struct Message {
    const char* id;      // "policy-is"
    const char* english; // "activation policy of %1 is %2"
};

struct TextArgument;

struct LocalizableText {
    const Message* message = nullptr; // has static storage duration; nullptr: no text
    std::vector<TextArgument> args;

    LocalizableText() noexcept;
    LocalizableText(const Message& sentence, std::initializer_list<TextArgument> arguments);
    LocalizableText(const LocalizableText&);
    LocalizableText(LocalizableText&&) noexcept;
    LocalizableText& operator=(const LocalizableText&);
    LocalizableText& operator=(LocalizableText&&) noexcept;
    ~LocalizableText();
    // Two texts are equal when their sentence has the same id and their arguments are equal.
    [[nodiscard]] bool operator==(const LocalizableText& other) const;

    [[nodiscard]] bool empty() const noexcept { return message == nullptr; }
    // Returns the sentence with %1, %2 … replaced, left to right. The % signs inside an argument stay as they are.
    [[nodiscard]] std::string english() const;
};

// The replacement of a placeholder: a text that is the same in every language (a name, a number, a server's message),
// or a sentence, which is translated together with the one that contains it.
struct TextArgument {
    std::variant<std::string, LocalizableText> value;

    TextArgument(std::string text);
    TextArgument(const char* text);
    TextArgument(LocalizableText sentence);
    bool operator==(const TextArgument&) const;
};

// Returns `pattern` with %1 to %9 replaced by argument(0) to argument(count - 1), left to right. A placeholder without
// an argument stays. String is any string type whose code units contain ASCII.
template <class String, class Argument>
[[nodiscard]] String substituted(const String& pattern, std::size_t count, Argument argument)
{
    using Unit = typename String::value_type;
    String out;
    for (auto at = pattern.begin(); at != pattern.end(); ++at) {
        std::size_t index = count;
        if (*at == Unit(u'%') && std::next(at) != pattern.end())
            for (std::size_t i = 0; i < std::min<std::size_t>(count, 9); ++i)
                if (*std::next(at) == Unit(static_cast<char16_t>(u'1' + i))) index = i;
        if (index == count) {
            out += *at;
        } else {
            out += argument(index);
            ++at;
        }
    }
    return out;
}

} // namespace drydock::domain
