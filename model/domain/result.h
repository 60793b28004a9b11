// A value or an Error: what every function that can fail returns.
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
