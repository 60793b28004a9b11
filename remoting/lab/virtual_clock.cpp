// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/virtual_clock.h"

#include <algorithm>
#include <cmath>

namespace drydock::lab {

using std::chrono::milliseconds;

MonotonicClock systemMonotonicClock()
{
    return [] { return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()); };
}

VirtualClock::VirtualClock(domain::Time start, double scale, MonotonicClock real)
    : m_start(start), m_scale(std::clamp(scale, 0.001, 100'000.0)), m_real(std::move(real)), m_realStart(m_real())
{
}

domain::Time VirtualClock::now() const
{
    const auto passed = static_cast<double>((m_real() - m_realStart).count()) * m_scale;
    return m_start + domain::Duration(std::llround(passed));
}

milliseconds VirtualClock::realTimeFor(domain::Duration duration) const
{
    if (duration <= domain::Duration::zero()) return milliseconds(0);
    const auto real = std::ceil(static_cast<double>(duration.count()) / m_scale);
    return milliseconds(std::max<long long>(1, static_cast<long long>(std::min(real, 2.0e9))));
}

} // namespace drydock::lab
