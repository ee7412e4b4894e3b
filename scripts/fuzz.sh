# SPDX-License-Identifier: MIT
#
# libFuzzer over the documents' reader. Sourced by ../dev.

# fuzz [SECONDS]: each fuzzer for so long, from the golden documents on. What it learns stays in
# build/fuzz/corpus; what it finds is named beside it.
fuzz() {
  build fuzz && fuzzSeeds build/fuzz/seeds || return
  local fuzzer corpus
  for fuzzer in build/fuzz/tests/fuzz/*; do
    if [[ ! -f $fuzzer || ! -x $fuzzer ]]; then continue; fi
    corpus=build/fuzz/corpus/$(basename "$fuzzer")
    mkdir -p "$corpus"
    "$fuzzer" "$corpus" build/fuzz/seeds -max_total_time="${1:-60}" -max_len=65536 -timeout=10 \
      -print_final_stats=1 -artifact_prefix="$corpus." || return
  done
}

# fuzzSeeds FOLDER: the scenario of every golden document and the example histories, a file each.
fuzzSeeds() {
  mkdir -p "$1"
  python3 - "$1" tests/vectors/*.json <<'END'
import json, pathlib, sys

folder, *vectors = map(pathlib.Path, sys.argv[1:])
for file in vectors:
    for number, vector in enumerate(json.loads(file.read_text())):
        (folder / f"{file.stem}-{number}.json").write_text(json.dumps(vector["scenario"]))
for file in pathlib.Path("examples").glob("*.csv"):
    (folder / file.name).write_text(file.read_text())
END
}
