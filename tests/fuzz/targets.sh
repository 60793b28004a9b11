# What `run` and `soak` share: the targets, each with its seeds and its dictionary as tests/fuzz/CMakeLists.txt has them.
mapfile -t all_targets < <(sed -n 's/^drydock_fuzzer(\([a-z]*\) .*/\1/p' tests/fuzz/CMakeLists.txt)
fuzz_folder=$PWD/tests/fuzz

build_targets() {
    local clang=${CLANG:-clang++}
    command -v "$clang" > /dev/null || { echo "$0: there is no $clang" >&2; exit 1; }
    cmake --preset fuzz -DCMAKE_CXX_COMPILER="$clang" ${fuzz_options[@]+"${fuzz_options[@]}"} > /dev/null
    cmake --build --preset fuzz --parallel "${FUZZ_JOBS:-$(nproc)}" --target "${@/#/fuzz_}"
}
seeds_of() {
    local folder
    for folder in "$fuzz_folder/seeds/$1" "$fuzz_folder/crashes/$1"; do
        if [ -d "$folder" ]; then echo -n "$folder "; fi
    done
    if [ "$1" = scenario ]; then echo -n "$fuzz_folder/../../resources/lab"; fi
}
dictionary_of() { sed -n "s|^drydock_fuzzer($1 .*DICTIONARY \([a-z]*\) .*|$fuzz_folder/dictionaries/\1.dict|p" "$fuzz_folder/CMakeLists.txt"; }
