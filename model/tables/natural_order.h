// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Compares texts in natural order: DB2 comes before DB10, and case does not matter.
#pragma once

#include <QStringView>

namespace drydock::tables {

// Returns a number below, equal to or above 0. Runs of digits compare by their number. A backslash ends a name and
// sorts before all other characters, so MAIL\7 comes before MAIL2\4. Texts that differ in leading zeros or case only
// compare by code.
[[nodiscard]] int naturalCompare(QStringView a, QStringView b) noexcept;

} // namespace drydock::tables
