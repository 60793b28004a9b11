// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Stands in for libFuzzer where it is not built: plays every file of the folders through the target, whole and cut
// short at some places, then mutations of them for DRYDOCK_FUZZ_SECONDS (2). The mutations are the same at each start.
// An input that ends the process is in the file NAME.crash of the working folder.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;
constexpr std::size_t longest = std::size_t{64} * 1024;
constexpr unsigned slowest = 20; // seconds for one input, which is a hang

// Keeps the input that is played in a file that outlives the process.
class Recorder
{
public:
    explicit Recorder(std::string path)
        : m_path(std::move(path)), m_file(open(m_path.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600))
    {
    }
    ~Recorder()
    {
        close(m_file);
        unlink(m_path.c_str());
    }
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    void keep(const Bytes& input) const
    {
        if (ftruncate(m_file, 0) != 0 || pwrite(m_file, input.data(), input.size(), 0) < 0) std::perror(m_path.c_str());
    }

private:
    std::string m_path;
    int m_file;
};

// Words of a dictionary of libFuzzer: a line each, in quotes, with \xHH.
std::vector<Bytes> wordsOf(const std::string& path)
{
    std::vector<Bytes> words;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto begin = line.find('"'), end = line.rfind('"');
        if (line.starts_with('#') || begin == end) continue;
        Bytes word;
        for (auto i = begin + 1; i < end; ++i) {
            const bool escaped = line[i] == '\\';
            if (escaped && line[i + 1] == 'x') {
                word.push_back(static_cast<std::uint8_t>(std::stoul(line.substr(i + 2, 2), nullptr, 16)));
                i += 3;
            } else {
                word.push_back(static_cast<std::uint8_t>(line[escaped ? ++i : i]));
            }
        }
        words.push_back(std::move(word));
    }
    return words;
}

class Mutator
{
public:
    Mutator(const std::vector<Bytes>& inputs, const std::vector<Bytes>& words) : m_inputs(inputs), m_words(words) {}

    Bytes next()
    {
        Bytes input = one(m_inputs);
        for (auto changes = below(6); changes != std::size_t(-1); --changes)
            change(input);
        if (input.size() > longest) input.resize(longest);
        input.shrink_to_fit(); // so that a sanitizer sees a read beyond it
        return input;
    }

private:
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_random() % end); }
    const Bytes& one(const std::vector<Bytes>& of) { return of[below(of.size())]; }

    void change(Bytes& input)
    {
        const auto at = below(input.size() + 1);
        const auto length = below(std::min<std::size_t>(input.size() - at, below(8) == 0 ? longest : 16) + 1);
        const auto from = input.begin() + static_cast<std::ptrdiff_t>(at);
        const auto to = from + static_cast<std::ptrdiff_t>(length);
        switch (below(8)) {
        case 0:
            if (from != input.end()) *from = static_cast<std::uint8_t>(*from ^ (1U << below(8)));
            break;
        case 1:
            if (from != input.end()) *from = static_cast<std::uint8_t>(m_random());
            break;
        case 2:
            input.erase(from, to);
            break;
        case 3: { // again, many times
            const Bytes piece(from, to);
            for (auto times = below(below(8) == 0 ? 1000 : 4); times > 0 && input.size() < longest; --times)
                insert(input, at, piece);
            break;
        }
        case 4: { // a piece of another one
            const Bytes& other = one(m_inputs);
            const auto first = below(other.size() + 1);
            insert(input, at,
                   Bytes(other.begin() + static_cast<std::ptrdiff_t>(first),
                         other.begin() + static_cast<std::ptrdiff_t>(first + below(other.size() - first + 1))));
            break;
        }
        case 5:
            insert(input, at, {0xFF, 0xFF, 0xFF, 0xFF});
            break;
        case 6: { // another number
            for (auto digit = from; digit != input.end() && *digit >= '0' && *digit <= '9'; ++digit)
                *digit = static_cast<std::uint8_t>('0' + below(10));
            break;
        }
        default:
            if (!m_words.empty()) insert(input, at, one(m_words));
        }
    }
    static void insert(Bytes& input, std::size_t at, const Bytes& piece)
    {
        input.insert(input.begin() + static_cast<std::ptrdiff_t>(at), piece.begin(), piece.end());
    }

    const std::vector<Bytes>& m_inputs;
    const std::vector<Bytes>& m_words;
    std::mt19937_64 m_random{20'260'101};
};

} // namespace

int main(int argc, char** argv)
{
    constexpr std::size_t cuts = 16;
    std::vector<Bytes> inputs, words;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument.starts_with("-dict=")) {
            words = wordsOf(argument.substr(6));
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(argument)) {
            std::ifstream file(entry.path(), std::ios::binary);
            inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
    }
    if (inputs.empty()) return 1;
    const std::filesystem::path program = argv[0];
    const Recorder recorder(program.filename().string() + ".crash");
    const auto play = [&](const Bytes& input) {
        recorder.keep(input);
        alarm(slowest);
        LLVMFuzzerTestOneInput(input.data(), input.size());
    };
    for (const Bytes& input : inputs)
        for (std::size_t cut = 0; cut <= cuts; ++cut)
            play(Bytes(input.begin(), input.end() - static_cast<std::ptrdiff_t>(input.size() * cut / cuts)));
    const char* asked = std::getenv("DRYDOCK_FUZZ_SECONDS");
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(asked ? std::atoi(asked) : 2);
    Mutator mutator(inputs, words);
    std::size_t mutations = 0;
    for (; std::chrono::steady_clock::now() < end; ++mutations)
        play(mutator.next());
    alarm(0);
    std::printf("%zu files and %zu mutations of them\n", inputs.size(), mutations);
    return 0;
}
