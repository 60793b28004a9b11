// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Tells the domains of one owner from the suffixes that unrelated owners share.
#pragma once

#include <QString>

namespace drydock::exchange {

// Returns whether domains of unrelated owners end like this: "com", "co.uk". Names without a dot are such suffixes too,
// and so is the empty one. Qt decides by the list that it keeps for cookies.
[[nodiscard]] bool isPublicSuffix(const QString& domain);

} // namespace drydock::exchange
