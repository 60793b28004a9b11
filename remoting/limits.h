// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Every limit of what the other end of a connection may send, the same for the client and for the lab's server. The
// table in remoting/README.md, "Limits", says what each bounds and what follows from all of them together.
#pragma once

#include <cstddef>

namespace drydock::limits {

inline constexpr std::size_t operator""_KiB(unsigned long long count) { return std::size_t{count} << 10; }
inline constexpr std::size_t operator""_MiB(unsigned long long count) { return std::size_t{count} << 20; }

// An HTTP message.
inline constexpr std::size_t headerBytes = 64_KiB;
inline constexpr std::size_t headerLines = 200;
inline constexpr std::size_t interimAnswers = 8; // 1xx before an answer
inline constexpr std::size_t envelopeBytes = 512'000;
inline constexpr std::size_t bodyBytes = 2 * envelopeBytes;

// An envelope.
inline constexpr std::size_t envelopeElements = 20'000;
inline constexpr std::size_t envelopeNesting = 100;
inline constexpr std::size_t envelopeAttributes = 64; // of an element; Windows declares about ten namespaces

// A message of PSRP, and its fragments.
inline constexpr std::size_t fragmentBytes = 2_MiB;
inline constexpr std::size_t messageBytes = 10_MiB; // also of all messages of a stream that have begun and not ended
inline constexpr std::size_t openMessages = 16;     // of a stream

// The CLIXML of a message.
inline constexpr std::size_t elements = 100'000;
inline constexpr std::size_t textBytes = 32_MiB;   // of an element
inline constexpr std::size_t properties = 100'000; // of an object
inline constexpr std::size_t attributes = 32;      // of an element; PowerShell writes three at most
inline constexpr std::size_t nesting = 200;        // of elements
inline constexpr std::size_t depth = 50;           // of objects below the top one
inline constexpr std::size_t valueMemory = 32_MiB; // what its values take, where a reference counts as a copy

// A local file of CLIXML, which is read to be printed.
inline constexpr std::size_t fileBytes = 64_MiB;
inline constexpr std::size_t fileElements = 1'000'000;
inline constexpr std::size_t printedValues = 1'000'000;
inline constexpr std::size_t printedBytes = 512_MiB;
inline constexpr std::size_t printedDepth = 400;

// A pipeline, or a runspace pool.
inline constexpr std::size_t streamBytes = 128_MiB;
inline constexpr std::size_t streamMessages = 100'000;
inline constexpr std::size_t messageMemory = 1_KiB; // that a message counts for beside its values
inline constexpr std::size_t hostCalls = 1000;      // questions to the host, each of which is refused
inline constexpr std::size_t hostMethodName = 100;  // bytes of a method's name, which is written back
inline constexpr std::size_t passedOver = 16;       // messages passed over that are reported
inline constexpr std::size_t poolEvents = 100;      // of a pool that nobody has taken
inline constexpr std::size_t remarks = 100;         // records beside output, errors and warnings that are kept
inline constexpr std::size_t remarkBytes = 1_KiB;   // of one of them

// All pipelines and pools of the process together, client and server apart.
inline constexpr std::size_t totalMemory = 80_MiB;

// A snapshot: what its readings can leave in it, by their texts and a messageMemory for each object.
inline constexpr std::size_t snapshotBytes = 32_MiB;

} // namespace drydock::limits
