// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/fragment.h"

#include "tests/support/work_meter.h"

#include <random>

namespace drydock::psrp {

namespace {

using domain::ErrorKind;

std::string joined(const std::vector<std::string>& pieces)
{
    std::string all;
    for (const std::string& piece : pieces)
        all += piece;
    return all;
}

ErrorKind errorOf(const std::string& bytes, FragmentLimits limits = {})
{
    std::vector<std::string> messages;
    const auto fed = Defragmenter(limits).feed(bytes, messages);
    return fed ? ErrorKind::Internal : fed.error().kind;
}

TEST(Fragment, HasTheRecordedHeader)
{
    const auto fragments = Fragmenter().cut(std::string(199, 'x'));
    ASSERT_EQ(fragments.size(), 1u);
    EXPECT_EQ(fragments[0].substr(0, 21), std::string("\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\3\0\0\0\xC7", 21));
}

TEST(Fragment, ALargeMessageIsCutIntoNumberedFragments)
{
    Fragmenter fragmenter;
    const auto fragments = fragmenter.cut(std::string(70'000, 'x'));
    ASSERT_EQ(fragments.size(), 3u);
    EXPECT_EQ(fragments[0].size(), defaultFragmentBytes);
    const auto decoded = decodeFragments(joined(fragments)).value();
    EXPECT_TRUE(decoded[0].start && !decoded[0].end && !decoded[1].start && decoded[2].end);
    EXPECT_EQ(decoded[2].fragmentId, 2u);
    EXPECT_EQ(decodeFragments(fragmenter.cut("y")[0]).value()[0].objectId, 2u);
    EXPECT_EQ(encode(decoded[1]), fragments[1]);
    EXPECT_EQ(fragmenter.cut("").size(), 1u);
}

TEST(Defragmenter, TakesBytesInAnyPieces)
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        Fragmenter fragmenter;
        std::vector<std::string> sent;
        std::string bytes;
        for (int i = 0; i < 5; ++i) {
            sent.emplace_back(1 + random() % 300, static_cast<char>('a' + i));
            bytes += joined(fragmenter.cut(sent.back(), 22 + random() % 60));
        }
        Defragmenter defragmenter;
        std::vector<std::string> received;
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t length = 1 + random() % 70;
            ASSERT_TRUE(defragmenter.feed(std::string_view(bytes).substr(at, length), received));
            at += length;
        }
        EXPECT_EQ(received, sent);
    }
}

TEST(Defragmenter, JoinsInterleavedObjects)
{
    Fragmenter fragmenter;
    const auto a = fragmenter.cut("aaaaaaaa", 25);
    const auto b = fragmenter.cut("bbbb", 25);
    std::vector<std::string> messages;
    ASSERT_TRUE(Defragmenter().feed(a[0] + b[0] + a[1], messages));
    EXPECT_EQ(messages, (std::vector<std::string>{"bbbb", "aaaaaaaa"}));
}

TEST(Defragmenter, RefusesInvalidFragments)
{
    const auto fragment = [](std::uint64_t object, std::uint64_t number, bool start, bool end, std::string blob) {
        return encode(Fragment{object, number, start, end, std::move(blob)});
    };
    EXPECT_EQ(errorOf(fragment(0, 0, true, true, "x")), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(fragment(std::uint64_t{1} << 63, 0, true, true, "x")), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(fragment(1, 1, true, true, "x")), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(fragment(1, 1, false, true, "x")), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(fragment(1, 0, true, true, "")), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(fragment(1, 0, true, false, "x") + fragment(1, 2, false, true, "x")), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(fragment(1, 0, true, false, "x") + fragment(2, 1, false, true, "x")), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(fragment(1, 0, true, true, "xyz"), {.fragment = 2}), ErrorKind::LimitExceeded);
    EXPECT_EQ(errorOf(fragment(1, 0, true, false, "xy") + fragment(1, 1, false, true, "z"), {.object = 2}),
              ErrorKind::LimitExceeded);
    EXPECT_FALSE(decodeFragments("short"));
    EXPECT_FALSE(decodeFragments(fragment(1, 0, true, true, "xyz").substr(0, 22)));
}

// A fragment of two mebibytes whose bytes come one by one.
TEST(Defragmenter, WorkGrowsWithTheBytesAlone)
{
    const auto work = [](std::size_t size) {
        const std::string bytes = encode(Fragment{1, 0, true, true, std::string(size, 'x')});
        return tests::workOf([&bytes] {
            Defragmenter defragmenter;
            std::vector<std::string> messages;
            for (std::size_t at = 0; at < bytes.size(); ++at)
                EXPECT_TRUE(defragmenter.feed(std::string_view(bytes).substr(at, 1), messages));
            EXPECT_EQ(messages.size(), 1u);
        });
    };
    EXPECT_TRUE(work(40'000).isLinearTo(work(20'000)));
    EXPECT_LE(work(40'000).bytes, 40'000u * 5);
}

TEST(Defragmenter, UnfinishedMessagesHaveOneLimitAndDrawOnTheBudget)
{
    const auto begun = [](std::uint64_t object, std::size_t size) {
        return encode(Fragment{object, 0, true, false, std::string(size, 'x')});
    };
    EXPECT_EQ(errorOf(begun(1, 60) + begun(2, 41), {.object = 100}), ErrorKind::LimitExceeded);
    const auto budget = std::make_shared<clixml::MemoryBudget>(100);
    std::vector<std::string> messages;
    {
        Defragmenter defragmenter({}, budget);
        ASSERT_TRUE(defragmenter.feed(begun(1, 60), messages));
        EXPECT_TRUE(defragmenter.hasUnfinished());
        EXPECT_EQ(budget->taken(), 60u);
        ASSERT_TRUE(defragmenter.feed(encode(Fragment{1, 1, false, true, "end"}), messages));
        EXPECT_FALSE(defragmenter.hasUnfinished());
        EXPECT_EQ(budget->taken(), 0u);
        ASSERT_TRUE(defragmenter.feed(begun(2, 60), messages));
        defragmenter.resynchronise();
        EXPECT_EQ(budget->taken(), 0u);
        EXPECT_FALSE(defragmenter.feed(begun(3, 101), messages));
    }
}

TEST(Defragmenter, RefusesATooLargeLengthBeforeItsBytesArrive)
{
    std::string header = encode(Fragment{1, 0, true, true, "x"}).substr(0, 17);
    EXPECT_EQ(errorOf(header + "\x7F\xFF\xFF\xFF"), ErrorKind::LimitExceeded);
}

TEST(Defragmenter, SkipsObjectsWhoseBeginningWasMissed)
{
    Fragmenter fragmenter;
    const auto lost = fragmenter.cut("aaaaaaaa", 25);
    const auto whole = fragmenter.cut("bbbb");
    Defragmenter defragmenter;
    defragmenter.resynchronise();
    std::vector<std::string> messages;
    ASSERT_TRUE(defragmenter.feed(lost[1] + whole[0], messages));
    EXPECT_EQ(messages, std::vector<std::string>{"bbbb"});
    EXPECT_FALSE(defragmenter.feed(lost[1], messages));
}

TEST(Defragmenter, KeepsABoundedNumberOfUnfinishedObjects)
{
    Defragmenter defragmenter;
    std::vector<std::string> messages;
    for (std::uint64_t object = 1; object <= 1000; ++object)
        ASSERT_TRUE(defragmenter.feed(encode(Fragment{object, 0, true, false, "x"}), messages));
    EXPECT_FALSE(defragmenter.feed(encode(Fragment{1, 1, false, true, "x"}), messages));
}

} // namespace

} // namespace drydock::psrp
