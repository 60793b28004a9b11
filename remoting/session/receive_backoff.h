// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Computes the wait before the next Receive from what the last one brought: none if the server held it for a second or
// longer or it brought much, otherwise longer each time, so that a server that answers at once with nothing, or with a
// little, is not asked continuously.
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
    // It brought so many bytes of data. Returns the wait before the next one.
    [[nodiscard]] std::chrono::milliseconds after(std::size_t bytes)
    {
        constexpr std::chrono::seconds held{1};
        constexpr std::size_t much = 4096;
        constexpr int free = 16; // a pipeline that answers in small pieces is not slowed down from the first on
        if (bytes >= much || std::chrono::milliseconds(m_asked.elapsed()) >= held) {
            m_empty = m_trickles = 0;
            return {};
        }
        if (bytes == 0) return backoff(m_empty++, m_first, 16 * m_first);
        m_empty = 0;
        return ++m_trickles <= free ? std::chrono::milliseconds()
                                    : backoff(m_trickles - free - 1, m_first, 4 * m_first);
    }

private:
    std::chrono::milliseconds m_first;
    QElapsedTimer m_asked;
    int m_empty = 0;
    int m_trickles = 0;
};

} // namespace drydock::session
