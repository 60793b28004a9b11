// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The parts of a URL that a request names: the Host header and the target.
#pragma once

#include <QUrl>

#include <string>

namespace drydock::http {

[[nodiscard]] std::string hostHeader(const QUrl& url);
[[nodiscard]] std::string target(const QUrl& url);

} // namespace drydock::http
