// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "paths.h"

namespace drydock::tests {

std::filesystem::path testData() { return DRYDOCK_TEST_DATA; }

std::filesystem::path sourceFolder() { return DRYDOCK_SOURCE_DIR; }

std::filesystem::path programFolder() { return DRYDOCK_BIN_DIR; }

} // namespace drydock::tests
