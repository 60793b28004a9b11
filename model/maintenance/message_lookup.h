// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Finds the sentences that a journal may name, by id or, for older journals, by English text.
#pragma once

#include "model/domain/localizable_text.h"

#include <string_view>
#include <vector>

namespace drydock::maintenance {

// Returns the sentences of the domain and of the maintenance.
[[nodiscard]] std::vector<const domain::Message*> allMessages();
// These functions return nullptr if there is no such sentence.
[[nodiscard]] const domain::Message* messageWithId(std::string_view id);
[[nodiscard]] const domain::Message* messageWithEnglish(std::string_view english);

} // namespace drydock::maintenance
