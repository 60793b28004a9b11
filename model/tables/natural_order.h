// The order people expect: DB2 before DB10, without regard to case.
#pragma once

#include <QStringView>

namespace drydock::tables {

// <0, 0, >0. Runs of digits compare by their number; a backslash ends a name and sorts before whatever could go on in
// its place, so MAIL\7 comes before MAIL2\4; equal but for leading zeros or case: by code.
[[nodiscard]] int naturalCompare(QStringView a, QStringView b) noexcept;

} // namespace drydock::tables
