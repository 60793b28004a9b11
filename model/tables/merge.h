// Turns one sorted list into another by runs of removals, insertions and changes, so that views keep their place.
#pragma once

#include <cstddef>
#include <utility>

namespace drydock::tables {

// While a merge goes on the list is: the first `done` of the new rows, then the old ones from `kept` on.
struct MergePoint {
    std::size_t done = 0;
    std::size_t kept = 0;
};

// Walks both lists, sorted by `less` without equals. `point` is moved on between before and after of each change:
//   remove(first, count, apply)  insert(first, count, apply)  change(first, count)
// Both remove and insert must call apply() exactly once.
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
