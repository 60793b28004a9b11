// Every sentence that a journal may name, by its id or, for older journals, by its English text.
#pragma once

#include "model/domain/localizable_text.h"

#include <string_view>
#include <vector>

namespace drydock::maintenance {

// Of the domain and of the maintenance.
[[nodiscard]] std::vector<const domain::Message*> allMessages();
// nullptr where there is none.
[[nodiscard]] const domain::Message* messageWithId(std::string_view id);
[[nodiscard]] const domain::Message* messageWithEnglish(std::string_view english);

} // namespace drydock::maintenance
