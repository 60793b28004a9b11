// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Lines of a stranger for the lab's control port: each is obeyed or refused in a line, and leaves a lab that answers.
#include "remoting/lab/control.h"
#include "tests/fuzz/require.h"

#include <cstdint>
#include <string_view>

using namespace drydock;
using drydock::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static lab::Organisation organisation(*lab::loadScenario("seed"));
    const auto answer = lab::control(organisation, {reinterpret_cast<const char*>(data), size});
    require(!answer.line.empty() && answer.line.find('\n') == std::string::npos);
    require(lab::control(organisation, R"({"disarm":true})").ok);
    return 0;
}
