// A clock that stands still until it is moved.
#pragma once

#include "model/ports/clock.h"

namespace drydock::tests {

class FixedClock final : public ports::Clock
{
public:
    explicit FixedClock(domain::Time time) : m_time(time) {}
    [[nodiscard]] domain::Time now() const override { return m_time; }
    void move(domain::Duration by) { m_time += by; }

private:
    domain::Time m_time;
};

} // namespace drydock::tests
