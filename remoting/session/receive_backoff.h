// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Computes the wait before the next Receive after one that brought nothing: none if the server held it for a second or
// longer, otherwise longer each time, so that a server that answers at once is not asked continuously.
#pragma once

#include "remoting/session/backoff.h"

#include <QElapsedTimer>

namespace drydock::session {

class ReceiveBackoff
{
public:
    explicit ReceiveBackoff(std::chrono::milliseconds first) : m_first(first) {}

    // A Receive was sent.
    void asked() { m_asked.start(); }
    // It brought something.
    void news() { m_empty = 0; }
    // It brought nothing. Returns the wait before the next one.
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
