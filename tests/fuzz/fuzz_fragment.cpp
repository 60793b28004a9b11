// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Fragments of strangers. The first byte says how they are cut on their way: however they are cut, the same messages
// come out, and what is unfinished draws on the budget and gives it back.
#include "remoting/psrp/fragment.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace drydock;
using drydock::tests::require;
using namespace drydock::psrp;

namespace {

struct Seen {
    std::vector<std::string> messages;
    bool failed = false;
};

Seen readInPieces(std::string_view bytes, std::size_t step)
{
    Seen seen;
    const auto budget = std::make_shared<clixml::MemoryBudget>(4096);
    Defragmenter defragmenter({2048, 4096, 3}, budget);
    for (; !bytes.empty() && !seen.failed; bytes.remove_prefix(std::min(step, bytes.size())))
        seen.failed = !defragmenter.feed(bytes.substr(0, step), seen.messages);
    require(defragmenter.hasUnfinished() || budget->taken() == 0);
    defragmenter.resynchronise();
    require(budget->taken() == 0);
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const Seen cut = readInPieces(bytes, std::max<std::size_t>(1, data[0]));
    const Seen whole = readInPieces(bytes, bytes.size());
    require(cut.failed == whole.failed && cut.messages == whole.messages);
    if (const auto fragments = decodeFragments(bytes)) {
        std::string again;
        for (const Fragment& fragment : *fragments)
            again += encode(fragment);
        require(decodeFragments(again) == fragments);
    }
    return 0;
}
