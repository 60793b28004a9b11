// A sentence as data: an English template and its arguments. `ui` translates the template, the command line prints it.
#pragma once

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

// "a, b", for an argument.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

} // namespace drydock::domain
