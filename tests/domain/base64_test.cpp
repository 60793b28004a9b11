// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/base64.h"

#include <gtest/gtest.h>

using namespace drydock::domain;

TEST(Base64, EncodesAndDecodesEveryLength) // RFC 4648, section 10
{
    const std::pair<const char*, const char*> pairs[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : pairs) {
        EXPECT_EQ(toBase64(bytes), text);
        EXPECT_EQ(fromBase64(text), bytes);
    }
    std::string all;
    for (int i = 0; i < 256; ++i)
        all += static_cast<char>(i);
    EXPECT_EQ(fromBase64(toBase64(all)), all);
    EXPECT_EQ(fromBase64(" Zm9v\r\n\tYg = = "), "foob");
}

TEST(Base64, RefusesTextThatIsNotBase64)
{
    for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "=", "Zg==Zg==", "Zm9*", "Zm9v=", "\xC3\xA4"})
        EXPECT_FALSE(fromBase64(text)) << text;
}
