// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes one visitor of a std::variant out of several lambdas.
#pragma once

namespace drydock::domain {

template <class... Functions> struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions> Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace drydock::domain
