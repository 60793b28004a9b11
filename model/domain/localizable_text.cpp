#include "model/domain/localizable_text.h"

namespace drydock::domain {

std::string LocalizableText::english() const
{
    return substituted(text, args.size(), [this](std::size_t i) { return args[i]; });
}

} // namespace drydock::domain
