# SPDX-License-Identifier: MIT
#
# libFuzzer over the documents' reader. Sourced by ../dev.

# fuzz [SECONDS]: each fuzzer for so long; what it finds is kept under build/fuzz/corpus.
fuzz() {
  build fuzz || return
  local fuzzer corpus
  for fuzzer in build/fuzz/tests/fuzz/*; do
    if [[ ! -f $fuzzer || ! -x $fuzzer ]]; then continue; fi
    corpus=build/fuzz/corpus/$(basename "$fuzzer")
    mkdir -p "$corpus"
    "$fuzzer" "$corpus" tests/vectors -max_total_time="${1:-60}" -max_len=65536 -timeout=10 \
      -print_final_stats=1 -artifact_prefix="$corpus." || return
  done
}
