// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/message.h"

#include "remoting/psrp/versions.h"

namespace drydock::psrp {

namespace {

const Guid somePool = Guid::parse("8b2d7c52-3f0e-4d86-9a0f-6d1a5d1f0c11").value();

TEST(Guid, IsReadAndPrintedInEveryForm)
{
    EXPECT_EQ(somePool.toString(), "8b2d7c52-3f0e-4d86-9a0f-6d1a5d1f0c11");
    EXPECT_EQ(Guid::parse("uuid:8B2D7C52-3F0E-4D86-9A0F-6D1A5D1F0C11"), somePool);
    EXPECT_EQ(Guid::parse("{8B2D7C52-3F0E-4D86-9A0F-6D1A5D1F0C11}"), somePool);
    EXPECT_EQ(somePool.toUpperString(), "8B2D7C52-3F0E-4D86-9A0F-6D1A5D1F0C11");
    for (const char* bad :
         {"", "8b2d7c52", "8b2d7c52-3f0e-4d86-9a0f-6d1a5d1f0c1g", "8b2d7c523-f0e-4d86-9a0f-6d1a5d1f0c11"})
        EXPECT_FALSE(Guid::parse(bad)) << bad;
}

TEST(Guid, HasTheByteOrderOfDotNetOnTheWire)
{
    std::string wire;
    somePool.appendTo(wire);
    EXPECT_EQ(wire, std::string("\x52\x7c\x2d\x8b\x0e\x3f\x86\x4d\x9a\x0f\x6d\x1a\x5d\x1f\x0c\x11", 16));
    EXPECT_EQ(Guid::fromWire(wire), somePool);
}

TEST(Guid, IsRandomAndOfVersionFour)
{
    const Guid a = randomGuid();
    EXPECT_NE(a, randomGuid());
    EXPECT_EQ(a.toString()[14], '4');
    EXPECT_NE(std::string("89ab").find(a.toString()[19]), std::string::npos);
}

TEST(Message, IsReadBackAsItWasWritten)
{
    const Message message{Destination::Client, MessageType::PipelineOutput, somePool, randomGuid(), "<S>x</S>"};
    EXPECT_EQ(decodeMessage(encode(message)).value(), message);
    EXPECT_EQ(decodeMessage(encode(message, true)).value(), message);
    EXPECT_EQ(encode(message).substr(0, 8), std::string("\1\0\0\0\4\x10\4\0", 8));
    EXPECT_EQ(encode(message, true).substr(40, 3), "\xEF\xBB\xBF");
}

TEST(Message, InvalidBytesAreRefused)
{
    const std::string bytes = encode(Message{Destination::Client, MessageType::PipelineOutput, somePool, Guid{}, ""});
    EXPECT_TRUE(decodeMessage(bytes));
    EXPECT_EQ(decodeMessage(bytes.substr(0, 39)).error().kind, domain::ErrorKind::Malformed);
    EXPECT_EQ(decodeMessage('\3' + bytes.substr(1)).error().kind, domain::ErrorKind::Malformed);
}

TEST(MessageType, HasAName)
{
    EXPECT_EQ(toString(MessageType::GetCommandMetadata), "GET_COMMAND_METADATA");
    EXPECT_EQ(toString(static_cast<MessageType>(0x41012)), "0x00041012");
}

TEST(Version, IsReadAndCompared)
{
    EXPECT_EQ(Version::parse("2.3"), (Version{2, 3}));
    EXPECT_EQ(Version::parse("1.1.0.1"), (Version{1, 1}));
    EXPECT_LT((Version{2, 3}), (Version{2, 10}));
    for (const char* bad : {"", "2", "2.", "x.1", "2.x", "-1.0", "2.3x", "99999999999.0"})
        EXPECT_FALSE(Version::parse(bad)) << bad;
}

} // namespace

} // namespace drydock::psrp
