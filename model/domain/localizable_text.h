// A sentence as data: one of a catalogue, and its arguments. `ui` translates it, the command line prints it in English.
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

// An entry of a catalogue of sentences (message_catalogue.h). Journals keep the id, so that it never changes.
struct Message {
    const char* id;      // "policy-is"
    const char* english; // "activation policy of %1 is %2"
};

struct TextArgument;

struct LocalizableText {
    const Message* message = nullptr; // of static storage; nullptr: no text
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
    // The sentence with %1, %2 … replaced once each, left to right; an argument's own % signs stay as they are.
    [[nodiscard]] std::string english() const;
};

// What replaces a %1: a text that is the same in every language (a name, a number, words of a server), or a sentence,
// which is translated with the one that it stands in.
struct TextArgument {
    std::variant<std::string, LocalizableText> value;

    TextArgument(std::string text);
    TextArgument(const char* text);
    TextArgument(LocalizableText sentence);
    bool operator==(const TextArgument&) const;
};

// `pattern`, of any string type of ASCII-compatible units, with %1 to %9 replaced by argument(0) … once each, left to
// right. A sign that has no argument of the `count` stays.
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
