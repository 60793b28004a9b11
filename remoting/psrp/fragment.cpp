// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/fragment.h"

#include <algorithm>

namespace drydock::psrp {

using domain::ErrorKind;
using domain::Result;

namespace {

constexpr const char* readingFragment = "read PSRP fragment";
constexpr std::uint8_t startFlag = 1;
constexpr std::uint8_t endFlag = 2;

template <class T> T bigEndian(std::string_view bytes)
{
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value = static_cast<T>(value << 8 | static_cast<std::uint8_t>(bytes[i]));
    return value;
}

template <class T> void appendBigEndian(std::string& out, T value)
{
    for (std::size_t i = sizeof(T); i-- > 0;)
        out += static_cast<char>(static_cast<std::uint8_t>(value >> (8 * i)));
}

void appendHeader(std::string& out, const FragmentHeader& header)
{
    appendBigEndian(out, header.objectId);
    appendBigEndian(out, header.fragmentId);
    out += static_cast<char>((header.start ? startFlag : 0) | (header.end ? endFlag : 0));
    appendBigEndian(out, header.length);
}

} // namespace

FragmentHeader readFragmentHeader(std::string_view bytes)
{
    const auto flags = static_cast<std::uint8_t>(bytes[16]);
    return {bigEndian<std::uint64_t>(bytes), bigEndian<std::uint64_t>(bytes.substr(8)), (flags & startFlag) != 0,
            (flags & endFlag) != 0, bigEndian<std::uint32_t>(bytes.substr(17))};
}

std::string encode(const Fragment& fragment)
{
    std::string out;
    appendHeader(out, {fragment.objectId, fragment.fragmentId, fragment.start, fragment.end,
                       static_cast<std::uint32_t>(fragment.blob.size())});
    return out += fragment.blob;
}

Result<std::vector<Fragment>> decodeFragments(std::string_view bytes)
{
    std::vector<Fragment> fragments;
    while (!bytes.empty()) {
        if (bytes.size() < fragmentHeaderBytes)
            return domain::fail(ErrorKind::Malformed, readingFragment, "cut short in the header");
        const auto head = readFragmentHeader(bytes);
        bytes.remove_prefix(fragmentHeaderBytes);
        if (bytes.size() < head.length)
            return domain::fail(ErrorKind::Malformed, readingFragment, "cut short in the data");
        fragments.push_back(
            {head.objectId, head.fragmentId, head.start, head.end, std::string(bytes.substr(0, head.length))});
        bytes.remove_prefix(head.length);
    }
    return fragments;
}

std::vector<std::string> Fragmenter::cut(std::string_view message, std::size_t fragmentBytes)
{
    const std::uint64_t objectId = m_next++;
    const std::size_t most = std::max(fragmentBytes, fragmentHeaderBytes + 1) - fragmentHeaderBytes;
    std::vector<std::string> fragments;
    std::uint64_t fragmentId = 0;
    do {
        const std::string_view piece = message.substr(0, most);
        message.remove_prefix(piece.size());
        std::string& out = fragments.emplace_back();
        out.reserve(fragmentHeaderBytes + piece.size());
        appendHeader(
            out, {objectId, fragmentId, fragmentId == 0, message.empty(), static_cast<std::uint32_t>(piece.size())});
        out += piece;
        ++fragmentId;
    } while (!message.empty());
    return fragments;
}

void Defragmenter::resynchronise()
{
    m_head.clear();
    m_left = 0;
    while (!m_open.empty())
        close(m_open.begin());
    m_passOver = true;
}

Result<void> Defragmenter::feed(std::string_view bytes, std::vector<std::string>& messages)
{
    while (!bytes.empty()) {
        const bool inHeader = m_left == 0;
        const auto piece = bytes.substr(0, inHeader ? fragmentHeaderBytes - m_head.size() : m_left);
        bytes.remove_prefix(piece.size());
        if (inHeader) {
            m_head += piece;
            if (m_head.size() < fragmentHeaderBytes) break;
            const auto head = readFragmentHeader(m_head);
            m_head.clear();
            DRYDOCK_TRY_VOID(begin(head));
            continue;
        }
        m_left -= piece.size();
        if (m_object == 0) continue;
        DRYDOCK_TRY_VOID(append(piece));
        if (m_left > 0 || !m_last) continue;
        messages.push_back(close(m_open.find(m_object)));
    }
    return {};
}

Result<void> Defragmenter::begin(const FragmentHeader& head)
{
    if (head.objectId == 0 || head.objectId >> 63 != 0)
        return domain::fail(ErrorKind::Malformed, readingFragment, "an object id that is not above zero");
    if (head.length > m_limits.fragment)
        return domain::fail(ErrorKind::LimitExceeded, readingFragment, "a larger fragment than accepted");
    if (head.length == 0) return domain::fail(ErrorKind::Malformed, readingFragment, "a fragment of no length");
    m_left = head.length;
    m_last = head.end;
    m_object = head.objectId;
    if (head.start) {
        if (head.fragmentId != 0)
            return domain::fail(ErrorKind::Malformed, readingFragment, "a start that is not fragment 0");
        if (const auto same = m_open.find(head.objectId); same != m_open.end()) close(same);
        if (m_open.size() >= m_limits.openObjects) close(m_open.begin());
        m_open[head.objectId] = Open{};
        m_passOver = false;
    }
    const auto open = m_open.find(head.objectId);
    if (open == m_open.end()) {
        if (!m_passOver)
            return domain::fail(ErrorKind::Malformed, readingFragment, "a fragment of an object that was not begun");
        m_object = 0;
        return {};
    }
    if (open->second.nextFragment++ != head.fragmentId)
        return domain::fail(ErrorKind::Malformed, readingFragment, "fragments out of order");
    return {};
}

Result<void> Defragmenter::append(std::string_view blob)
{
    if (blob.size() > m_limits.object - m_unfinishedBytes || (m_budget && !m_budget->take(blob.size())))
        return domain::fail(ErrorKind::LimitExceeded, readingFragment, "a larger object than accepted");
    m_unfinishedBytes += blob.size();
    m_open.find(m_object)->second.data += blob;
    return {};
}

std::string Defragmenter::close(Messages::iterator open)
{
    std::string data = std::move(open->second.data);
    m_open.erase(open);
    m_unfinishedBytes -= data.size();
    if (m_budget) m_budget->giveBack(data.size());
    return data;
}

} // namespace drydock::psrp
