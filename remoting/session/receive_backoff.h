// How long to wait before the next Receive when the last one brought nothing: no time for a server that held it, longer
// and longer for one that answers at once, so that nobody is asked as fast as the wire goes.
#pragma once

#include "remoting/session/backoff.h"

#include <QElapsedTimer>

namespace drydock::session {

class ReceiveBackoff
{
public:
    explicit ReceiveBackoff(std::chrono::milliseconds first) : m_first(first) {}

    void asked() { m_asked.start(); }
    void news() { m_empty = 0; }
    [[nodiscard]] std::chrono::milliseconds afterNothing()
    {
        constexpr std::chrono::seconds held{1};
        if (std::chrono::milliseconds(m_asked.elapsed()) < held) return backoff(m_empty++, m_first, 16 * m_first);
        m_empty = 0;
        return {};
    }

private:
    std::chrono::milliseconds m_first;
    QElapsedTimer m_asked;
    int m_empty = 0;
};

} // namespace drydock::session
