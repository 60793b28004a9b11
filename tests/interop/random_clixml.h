// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes random CLIXML of every kind of object: primitives, containers, properties of both sets, bases, type names,
// references and cycles, with texts that hurt. It knows nothing of our writer.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace drydock::tests {

class RandomClixml
{
public:
    explicit RandomClixml(std::uint64_t seed) : m_generator(seed) {}

    // Returns elements of one document: what they refer to is among them.
    [[nodiscard]] std::vector<std::string> elements(std::size_t count);

private:
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_generator() % end); }
    bool oneOf(std::size_t times) { return below(times) == 0; }

    // `attributes` are those of the place: a name, or none.
    std::string element(int depth, const std::string& attributes);
    std::string primitive(const std::string& attributes);
    std::string object(int depth, const std::string& attributes, bool extended = true);
    // The object that is the base of another one. For the engine they are one object, so nothing refers to it, and
    // nothing in it refers to what is around. It has no extended properties: which of them the engine keeps depends on
    // the order of the parts, which edge_cases.inc asks.
    std::string base(int depth);
    std::string typeNames();
    std::string container(int depth);
    std::string properties(const char* set, int depth);
    std::string number(int digits);
    std::string decimal();
    std::string date();
    std::string duration();
    std::string text(std::size_t longest);
    std::string attributeText(std::size_t longest);
    std::string between(); // white space and comments, where elements stand

    std::mt19937_64 m_generator;
    int m_nextObject = 0, m_nextTypes = 0;
    std::vector<int> m_ended;  // objects that can be referred to
    std::vector<int> m_around; // that an element is in
    int m_bases = 0;           // that it is in
};

} // namespace drydock::tests
