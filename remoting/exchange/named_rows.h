// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Gives rows the name by which their server is known (knownName), and adds them to those of a snapshot.
#pragma once

#include "remoting/exchange/map_servers.h"
#include "remoting/exchange/value_conversion.h"

#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace drydock::exchange {

template <class T> std::vector<T> named(std::vector<T> rows, const ServerIdentities& identities)
{
    for (T& row : rows)
        row.server = knownName(identities, row.server);
    return rows;
}

template <class T> Mapped<T> named(Mapped<T> mapped, const ServerIdentities& identities)
{
    return {named(std::move(mapped.rows), identities), std::move(mapped.unreadable)};
}

[[nodiscard]] domain::AvailabilityGroup named(domain::AvailabilityGroup group, const ServerIdentities& identities);

// Adds rows to those that were read before.
template <class T> void append(std::vector<T>& all, std::vector<T> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Appends the rows, and returns the error of those that could not be read.
template <class T> std::optional<domain::Error> appendMapped(std::vector<T>& all, Mapped<T> more)
{
    append(all, std::move(more.rows));
    return std::move(more.unreadable);
}

template <class T> std::optional<domain::Error> appendMapped(std::vector<T>& all, std::vector<T> more)
{
    append(all, std::move(more));
    return {};
}

} // namespace drydock::exchange
