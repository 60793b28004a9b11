// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One cell of a table as a value, from which the text on screen, the sort value and the exported text follow.
#pragma once

#include "model/domain/health_rules.h"
#include "model/domain/time.h"
#include "model/tables/roles.h"

#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>
#include <variant>

namespace drydock::tables {

struct Cell {
    std::variant<std::monostate, QString, qint64, double, bool, domain::Time, domain::Duration>
        value{};           // monostate: unknown
    QString text{};        // the text on screen; empty: the usual text of the value
    QString toolTip{};     // plain text; empty: the UTC form of a time, otherwise the text
    QString description{}; // for a screen reader, in addition to the text; empty: the tool tip
    Shape shape = Shape::None;
    std::optional<domain::Severity> severity{};
    std::optional<qint64> order{}; // the sort value, if it is not `value`

    [[nodiscard]] QString display() const;
    [[nodiscard]] QVariant sortValue() const; // qint64, double or QString; invalid if the value is unknown
    [[nodiscard]] QString exported() const;   // plain number, ISO time, raw text
    [[nodiscard]] QVariant forRole(int role) const;
};

// Returns the cell of a number; its value is unknown if the number is absent.
[[nodiscard]] Cell numberCell(std::optional<std::int64_t> value);

} // namespace drydock::tables
