#include "app/drydock/sleep_inhibitor.h"

namespace drydock::app {
namespace {

// Where the system cannot be asked.
class NoSleepInhibitor final : public SleepInhibitor
{
public:
    void hold(const QString&) override {}
    void release() override {}
};

} // namespace

std::unique_ptr<SleepInhibitor> makeSleepInhibitor() { return std::make_unique<NoSleepInhibitor>(); }

} // namespace drydock::app
