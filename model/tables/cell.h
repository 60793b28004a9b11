// One cell as a value: what is in it, from which the text on screen, the sort value and the exported text all follow.
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
        value{};           // monostate: nothing known
    QString text{};        // on screen, where it is not the value's usual text
    QString toolTip{};     // plain text; empty: a time's UTC form, else the text
    QString description{}; // for a screen reader, beyond the text; empty: the tool tip
    Shape shape = Shape::None;
    std::optional<domain::Severity> severity{};
    std::optional<qint64> order{}; // sorts by this instead of the value

    [[nodiscard]] QString display() const;
    [[nodiscard]] QVariant sortValue() const; // qint64, double or QString; invalid where nothing is known
    [[nodiscard]] QString exported() const;   // plain number, ISO time, raw text
    [[nodiscard]] QVariant forRole(int role) const;
};

// A number; nothing known where it is absent.
[[nodiscard]] Cell numberCell(std::optional<std::int64_t> value);

} // namespace drydock::tables
