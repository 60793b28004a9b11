// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Remote text on its way out: nothing in it controls, turns or hides.
#include "model/domain/error.h"
#include "model/domain/visible_text.h"

#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace std::string_literals;

TEST(VisibleText, ControlCharactersAreShownOnOneLine)
{
    EXPECT_EQ(visibleText("a\tb\r\nc\rd\ne"), "a b c d e");
    EXPECT_EQ(visibleText("a\x1b]0;title\a\0b\x7f"s), "a\\u{1B}]0;title\\u{7}\\u{0}b\\u{7F}");
    EXPECT_EQ(visibleText("a\xC2\x9B"
                          "2Jb"),
              "a\\u{9B}2Jb")
        << "CSI as one character";
    EXPECT_EQ(visibleLines("a\r\nb\n\x1b"), "a\nb\n\\u{1B}");
    EXPECT_EQ(visibleText(""), "");
}

TEST(VisibleText, WhatTurnsSeparatesOrHidesIsShown)
{
    for (const char* hidden : {"\u00AD", "\u034F", "\u061C", "\u115F", "\u180E", "\u200B", "\u200D", "\u200E", "\u2028",
                               "\u2029", "\u202E", "\u2060", "\u2066", "\u3164", "\uFEFF", "\uFFF9", "\U000E0041"}) {
        const auto shown = visibleText("EX"s + hidden + "1");
        EXPECT_EQ(shown.rfind("EX\\u{", 0), 0U) << shown;
        EXPECT_EQ(visibleLines("EX"s + hidden + "1"), shown);
    }
    EXPECT_NE(visibleText("EX\u200B1"), visibleText("EX1"));
}

TEST(VisibleText, OtherTextIsLeftAlone)
{
    for (const char* plain : {"Grüße 😀 €", "東京\\DB01", "שלום", "a b", "naïve", "DB-Ж"})
        EXPECT_EQ(visibleText(plain), plain);
    EXPECT_EQ(visibleText("a\xFFz"), "a\uFFFDz");
    EXPECT_EQ(visibleText("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD") << "a surrogate";
    EXPECT_EQ(visibleText("\xE2\x82"), "\uFFFD\uFFFD") << "cut off";
}

TEST(VisibleText, JsonKeepsItsMeaning)
{
    EXPECT_EQ(visibleJson("{\n  \"a\": \"x\u009B\u202E\U000E0041\"\n}\n"),
              "{\n  \"a\": \"x\\u009b\\u202e\\udb40\\udc41\"\n}\n");
}

TEST(VisibleText, ACellIsNoFormulaAndANumberStaysOne)
{
    for (const char* formula : {"=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\n=1", "\t=1", " =1", "-inf", "-"})
        EXPECT_EQ(cellText(formula).front(), '\'') << formula;
    for (const char* number : {"-3", "0", "-0.5", "+7", "12.25"})
        EXPECT_EQ(cellText(number), number);
    EXPECT_EQ(cellText("MAIL-2"), "MAIL-2");
    EXPECT_EQ(cellText(""), "");
}

TEST(VisibleText, AFileNameLeavesItsFolderNowhere)
{
    EXPECT_EQ(fileNameText("..\\..\\evil-enter"), "_.._evil-enter");
    EXPECT_EQ(fileNameText("../../evil"), "_.._evil");
    EXPECT_EQ(fileNameText("C:\\x"), "C__x");
    EXPECT_EQ(fileNameText("a\u202Egpj.exe"), "a_u_202E_gpj.exe");
    EXPECT_EQ(fileNameText(".."), "drydock");
    EXPECT_EQ(fileNameText("-rf"), "_-rf");
    EXPECT_EQ(fileNameText("MAIL-enter"), "MAIL-enter");
}

TEST(VisibleText, TheSummaryOfAnErrorIsOneLine)
{
    const Error error{ErrorKind::Fault, "open\nshell", "broken\r\n2026-11-28 info forged\x1b[2J", 5, nullptr};
    EXPECT_EQ(error.summary(), "open shell: fault 5: broken 2026-11-28 info forged\\u{1B}[2J");
}
