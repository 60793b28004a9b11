// Command lines as drydockctl accepts them, in the order that CLI11 2.1 reads.
#pragma once

#include <QStringList>

namespace CLI {
class App;
}

namespace drydock::ctl {

// Options may stand before the command: the result begins with it. `--lab` may stand before words that are not its
// scenario: the result names the scenario that is meant.
[[nodiscard]] QStringList inOrder(const CLI::App& program, QStringList arguments);

} // namespace drydock::ctl
