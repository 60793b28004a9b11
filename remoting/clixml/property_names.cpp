// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/property_names.h"

#include "model/domain/names.h"
#include "model/domain/strings.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace drydock::clixml {

void keepLast(std::vector<Property>& properties)
{
    const auto same = [](const Property& a, const Property& b) {
        return a.first.size() == b.first.size() && domain::equalsIgnoringCase(a.first, b.first);
    };
    if (properties.size() <= 24) {
        for (std::size_t i = 1; i < properties.size(); ++i) {
            const auto here = properties.begin() + static_cast<std::ptrdiff_t>(i);
            const auto earlier =
                std::find_if(properties.begin(), here, [&](const Property& p) { return same(p, *here); });
            if (earlier == here) continue;
            *earlier = std::move(*here);
            properties.erase(here);
            --i;
        }
        return;
    }
    std::unordered_map<std::string, std::size_t> places;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < properties.size(); ++i) {
        const auto [place, isNew] = places.try_emplace(domain::lowered(properties[i].first), kept);
        if (place->second != i) properties[place->second] = std::move(properties[i]);
        if (isNew) ++kept;
    }
    properties.resize(kept);
}

} // namespace drydock::clixml
