// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/localizable_text.h"

#include <string_view>
#include <utility>

namespace drydock::domain {

LocalizableText::LocalizableText() noexcept = default;
LocalizableText::LocalizableText(const Message& sentence, std::initializer_list<TextArgument> arguments)
    : message(&sentence), args(arguments)
{
}
LocalizableText::LocalizableText(const LocalizableText&) = default;
LocalizableText::LocalizableText(LocalizableText&&) noexcept = default;
LocalizableText& LocalizableText::operator=(const LocalizableText&) = default;
LocalizableText& LocalizableText::operator=(LocalizableText&&) noexcept = default;
LocalizableText::~LocalizableText() = default;

bool LocalizableText::operator==(const LocalizableText& other) const
{
    const bool same =
        message == other.message || (message && other.message && std::string_view(message->id) == other.message->id);
    return same && args == other.args;
}

std::string LocalizableText::english() const
{
    if (empty()) return {};
    return substituted(std::string(message->english), args.size(), [this](std::size_t i) {
        const auto* text = std::get_if<std::string>(&args[i].value);
        return text ? *text : std::get<LocalizableText>(args[i].value).english();
    });
}

TextArgument::TextArgument(std::string text) : value(std::move(text)) {}
TextArgument::TextArgument(const char* text) : value(std::string(text)) {}
TextArgument::TextArgument(LocalizableText sentence) : value(std::move(sentence)) {}
bool TextArgument::operator==(const TextArgument&) const = default;

} // namespace drydock::domain
