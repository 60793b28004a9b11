// Messages cut into fragments and put together again (MS-PSRP 2.2.4): 21 bytes of header, big-endian, then the piece.
#pragma once

#include "model/domain/result.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::psrp {

struct Fragment {
    std::uint64_t objectId = 0;
    std::uint64_t fragmentId = 0;
    bool start = false;
    bool end = false;
    std::string blob;

    bool operator==(const Fragment&) const = default;
};

inline constexpr std::size_t kFragmentHeader = 21;

struct FragmentHeader {
    std::uint64_t objectId = 0;
    std::uint64_t fragmentId = 0;
    bool start = false;
    bool end = false;
    std::uint32_t length = 0; // of the blob behind it
};

// From the first `kFragmentHeader` bytes, which must be there.
[[nodiscard]] FragmentHeader readFragmentHeader(std::string_view bytes);

inline constexpr std::size_t kFragmentBytes = 32768; // what Windows sends, header included

[[nodiscard]] std::string encode(const Fragment& fragment);
// Every fragment in `bytes`, which must end with one.
[[nodiscard]] domain::Result<std::vector<Fragment>> decodeFragments(std::string_view bytes);

// Cuts messages; numbers them 1, 2, 3 … for a pool and all its pipelines together. May be used from several threads.
class Fragmenter
{
public:
    // Whole fragments of at most `fragmentBytes`, header included, in the order they must be sent.
    [[nodiscard]] std::vector<std::string> cut(std::string_view message, std::size_t fragmentBytes = kFragmentBytes);

private:
    std::atomic<std::uint64_t> m_next{1};
};

struct FragmentLimits {
    std::size_t fragment = 2u << 20; // one blob
    std::size_t object = 64u << 20;  // one message
    std::size_t openObjects = 16;    // begun and not ended; the oldest is dropped beyond
};

// Puts messages together from bytes that may be cut anywhere. One for each stream: the pool's and every pipeline's.
class Defragmenter
{
public:
    explicit Defragmenter(FragmentLimits limits = {}) : m_limits(limits) {}

    // Appends the messages that are complete now. Malformed: an id of zero, a fragment out of order or of nothing
    // begun. LimitExceeded: too large. After an error the stream is of no more use.
    [[nodiscard]] domain::Result<void> feed(std::string_view bytes, std::vector<std::string>& messages);
    // After a reconnect: what was begun is gone, and pieces of messages that began unseen are passed over.
    void resynchronise();

private:
    struct Open {
        std::uint64_t nextFragment = 0;
        std::string data;
    };

    domain::Result<void> consume(const FragmentHeader& head, std::string_view blob, std::vector<std::string>& messages);

    FragmentLimits m_limits;
    std::string m_rest; // the beginning of a fragment
    std::map<std::uint64_t, Open> m_open;
    bool m_passOver = false;
};

} // namespace drydock::psrp
