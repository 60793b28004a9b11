// A sentence as data: an English template and its arguments. `ui` translates the template, the command line prints it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

// Marks a template for lupdate (`-tr-function-alias QT_TRANSLATE_NOOP+=DRYDOCK_TEXT`), context "model".
#define DRYDOCK_TEXT(context, text) text

namespace drydock::domain {

struct LocalizableText {
    std::string text; // "copy queue of %1 is %2"
    std::vector<std::string> args;

    [[nodiscard]] bool empty() const noexcept { return text.empty(); }
    // The template with %1, %2 … replaced once each, left to right; an argument's own % signs stay as they are.
    [[nodiscard]] std::string english() const;
    bool operator==(const LocalizableText&) const = default;
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
