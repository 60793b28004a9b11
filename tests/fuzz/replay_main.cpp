// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Stands in for libFuzzer where it is not built: plays every file of the folders through the target once, whole and cut
// short at some places.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv)
{
    constexpr std::size_t cuts = 16;
    std::size_t played = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), {});
            for (std::size_t cut = 0; cut <= cuts; ++cut) {
                // A copy of its own size, so that a sanitizer sees a read beyond it.
                const std::vector<std::uint8_t> input(
                    bytes.begin(), bytes.end() - static_cast<std::ptrdiff_t>(bytes.size() * cut / cuts));
                LLVMFuzzerTestOneInput(input.data(), input.size());
            }
            ++played;
        }
    }
    std::printf("%zu files played\n", played);
    return played > 0 ? 0 : 1;
}
