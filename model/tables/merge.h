// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Turns one sorted list into another by runs of removals, insertions and changes, so that views keep their place.
#pragma once

#include <cstddef>
#include <utility>

namespace drydock::tables {

// During a merge the list consists of the first `done` new rows, followed by the old rows from index `kept` on.
struct MergePoint {
    std::size_t done = 0;
    std::size_t kept = 0;
};

// Merges `to` into `from` and calls these functions for each run of rows:
//   remove(first, count, apply)  insert(first, count, apply)  change(first, count)
// Both lists are sorted by `less`, with unique keys. `remove` and `insert` must call apply() exactly once, which moves
// `point`.
template <class Rows, class Less, class Same, class Remove, class Insert, class Change>
void mergeSorted(const Rows& from, const Rows& to, MergePoint& point, Less less, Same same, Remove remove,
                 Insert insert, Change change)
{
    std::size_t changedFirst = 0;
    std::size_t changedCount = 0;
    const auto flush = [&] {
        if (changedCount > 0) change(changedFirst, std::exchange(changedCount, 0));
    };
    while (point.kept < from.size() || point.done < to.size()) {
        std::size_t gone = 0;
        while (point.kept + gone < from.size() &&
               (point.done == to.size() || less(from[point.kept + gone], to[point.done])))
            ++gone;
        std::size_t come = 0;
        if (gone == 0)
            while (point.done + come < to.size() &&
                   (point.kept == from.size() || less(to[point.done + come], from[point.kept])))
                ++come;
        if (gone > 0 || come > 0) {
            flush();
            if (gone > 0)
                remove(point.done, gone, [&] { point.kept += gone; });
            else
                insert(point.done, come, [&] { point.done += come; });
            continue;
        }
        const bool changed = !same(from[point.kept], to[point.done]);
        if (!changed)
            flush();
        else if (changedCount++ == 0)
            changedFirst = point.done;
        ++point.kept;
        ++point.done;
    }
    flush();
}

} // namespace drydock::tables
