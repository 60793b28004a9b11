// Keeps the computer awake while a run is under way: asked of the system where it can be asked, silently nothing where
// not.
#pragma once

#include <QString>

#include <memory>

namespace drydock::app {

class SleepInhibitor
{
public:
    virtual ~SleepInhibitor() = default; // releases
    // `why` is shown by the system; held already: nothing happens. Neither call waits.
    virtual void hold(const QString& why) = 0;
    virtual void release() = 0;
};

// The one of this platform.
[[nodiscard]] std::unique_ptr<SleepInhibitor> makeSleepInhibitor();

} // namespace drydock::app
