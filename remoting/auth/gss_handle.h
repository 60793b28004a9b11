// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Owners of what GSSAPI allocates.
#pragma once

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

#include <string_view>
#include <utility>

namespace drydock::auth::gss {

template <class Handle, OM_uint32 (*Release)(OM_uint32*, Handle*)> class Owner
{
public:
    Owner() = default;
    ~Owner()
    {
        OM_uint32 minor = 0;
        if (m_handle != nullptr) Release(&minor, &m_handle);
    }
    Owner(Owner&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Owner& operator=(Owner&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }

    [[nodiscard]] Handle get() const noexcept { return m_handle; }
    [[nodiscard]] Handle* out() noexcept { return &m_handle; }

private:
    Handle m_handle = nullptr;
};

using Name = Owner<gss_name_t, gss_release_name>;
using Credential = Owner<gss_cred_id_t, gss_release_cred>;

class Buffer
{
public:
    Buffer() = default;
    ~Buffer()
    {
        OM_uint32 minor = 0;
        gss_release_buffer(&minor, &m_buffer);
    }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    [[nodiscard]] gss_buffer_t out() noexcept { return &m_buffer; }
    [[nodiscard]] std::string_view view() const noexcept
    {
        return {static_cast<const char*>(m_buffer.value), m_buffer.length};
    }

private:
    gss_buffer_desc m_buffer{0, nullptr};
};

// Returns a buffer that refers to the bytes. GSSAPI takes it as mutable and does not change it.
inline gss_buffer_desc referTo(std::string_view bytes) noexcept
{
    return {bytes.size(), const_cast<char*>(bytes.data())};
}

} // namespace drydock::auth::gss
