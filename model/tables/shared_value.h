// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Refers to a part of an immutable object and keeps that object alive. It is cheap to copy and compares by value.
#pragma once

#include <memory>

namespace drydock::tables {

template <class T> class SharedValue
{
public:
    SharedValue() = default;
    template <class Whole> SharedValue(const std::shared_ptr<const Whole>& whole, const T& part) : m_value(whole, &part)
    {
    }
    explicit SharedValue(std::shared_ptr<const T> value) : m_value(std::move(value)) {}

    [[nodiscard]] const T& operator*() const noexcept { return *m_value; }
    [[nodiscard]] const T* operator->() const noexcept { return m_value.get(); }
    friend bool operator==(const SharedValue& a, const SharedValue& b)
    {
        return a.m_value == b.m_value || (a.m_value && b.m_value && *a.m_value == *b.m_value);
    }

private:
    std::shared_ptr<const T> m_value;
};

} // namespace drydock::tables
