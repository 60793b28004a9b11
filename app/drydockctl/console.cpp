#include "app/drydockctl/console.h"

#include "app/drydockctl/advice.h"

#include <cstdio>

namespace drydock::ctl {

void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

void printLine(std::string_view line)
{
    print(std::string(line) + "\n");
}

void tell(std::string_view line)
{
    const std::string text = std::string(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void tell(const domain::Error& error)
{
    const Advice advice = adviceFor(error.kind);
    tell("drydockctl: " + printable(error.what) + ": " + advice.meaning);
    if (!error.detail.empty() || error.code != 0)
        tell("  detail: " + printable(error.detail) + (error.code != 0 ? " (" + std::to_string(error.code) + ")" : ""));
    for (const domain::Error* cause = error.cause.get(); cause; cause = cause->cause.get()) {
        if (cause->what != error.what)
            tell("  while: " + printable(cause->what));
    }
    tell("  what to do: " + advice.whatToDo);
    tell(std::string("  kind: ") + domain::toString(error.kind));
}

std::string printable(std::string_view remote)
{
    std::string result;
    for (const char c : remote) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == '\n' || byte == '\t')
            result += ' ';
        else if (byte < 0x20 || byte == 0x7f)
            result += '?';
        else
            result += c;
    }
    return result;
}

} // namespace drydock::ctl
