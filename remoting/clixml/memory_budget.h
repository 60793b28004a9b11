// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// How much memory what is read may take, over many documents and several readers.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>

namespace drydock::clixml {

// A budget may be a part of a larger one, to which its end gives back what it has taken. It may be used from several
// threads.
class MemoryBudget
{
public:
    explicit MemoryBudget(std::size_t bytes) : m_bytes(bytes) {}
    explicit MemoryBudget(std::shared_ptr<MemoryBudget> whole) : m_bytes(whole->m_bytes), m_whole(std::move(whole)) {}
    ~MemoryBudget()
    {
        if (m_whole) m_whole->giveBack(m_taken);
    }
    MemoryBudget(const MemoryBudget&) = delete;
    MemoryBudget& operator=(const MemoryBudget&) = delete;

    // Returns false, and takes nothing, if that is more than there is.
    [[nodiscard]] bool take(std::size_t bytes) noexcept
    {
        std::size_t taken = m_taken;
        do {
            if (bytes > m_bytes - taken) return false;
        } while (!m_taken.compare_exchange_weak(taken, taken + bytes));
        if (!m_whole || m_whole->take(bytes)) return true;
        m_taken -= bytes;
        return false;
    }
    void giveBack(std::size_t bytes) noexcept
    {
        m_taken -= bytes;
        if (m_whole) m_whole->giveBack(bytes);
    }
    [[nodiscard]] std::size_t taken() const noexcept { return m_taken; }

private:
    const std::size_t m_bytes;
    std::atomic<std::size_t> m_taken = 0;
    std::shared_ptr<MemoryBudget> m_whole;
};

} // namespace drydock::clixml
