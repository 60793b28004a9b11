// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Result<T> holds a value or an Error. Every function that can fail returns it.
#pragma once

#include "model/domain/error.h"

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace drydock::domain {

template <class T = void> using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure fail(ErrorKind kind, std::string what, std::string detail = {}, std::int64_t code = 0)
{
    return Failure(Error{kind, std::move(what), std::move(detail), code, nullptr});
}

[[nodiscard]] inline Failure fail(Error error) { return Failure(std::move(error)); }

} // namespace drydock::domain

#define DRYDOCK_TRY_JOIN_(a, b) a##b
#define DRYDOCK_TRY_JOIN(a, b) DRYDOCK_TRY_JOIN_(a, b)
#define DRYDOCK_TRY_AS(result, declaration, ...)                                                                       \
    auto result = (__VA_ARGS__);                                                                                       \
    if (!result) return ::tl::make_unexpected(std::move(result).error());                                              \
    declaration = *std::move(result)

// `DRYDOCK_TRY(auto value, expression);` declares `value` from the value of a Result, or returns its error from the
// enclosing function, which returns a Result too. It expands to several statements, so the body of an `if` needs
// braces.
#define DRYDOCK_TRY(declaration, ...)                                                                                  \
    DRYDOCK_TRY_AS(DRYDOCK_TRY_JOIN(drydockResult, __LINE__), declaration, __VA_ARGS__)

// `DRYDOCK_TRY_VOID(expression);` returns the error of a Result<> from the enclosing function, if there is one.
#define DRYDOCK_TRY_VOID(...)                                                                                          \
    do {                                                                                                               \
        if (auto DRYDOCK_TRY_JOIN(drydockResult, __LINE__) = (__VA_ARGS__);                                            \
            !DRYDOCK_TRY_JOIN(drydockResult, __LINE__))                                                                \
            return ::tl::make_unexpected(std::move(DRYDOCK_TRY_JOIN(drydockResult, __LINE__)).error());                \
    } while (false)
