# SPDX-License-Identifier: MIT
#
# Every test in its order, stopping at the first stage that fails. Sourced by ../dev.

runTests() {
  stages=()
  CHROMIUM=$(browser)
  export CHROMIUM
  # What is more of the same, tests run with this only.
  if [[ ${1:-} == all ]]; then export MARGIN_TEST_ALL=yes MARGIN_RANDOM_ACCOUNTS=${MARGIN_RANDOM_ACCOUNTS:-10000}; fi

  stage "debug build" build dev
  stage "native tests" ctest --preset dev --no-tests=error --parallel "$(nproc)"
  # The native tests run in the debug build only.
  stage "release build" build release --target margin random_accounts
  stage "WebAssembly build" build wasm
  stage "page build" page
  stage "types" npm run --silent check
  stage "module tests" nodeTests tests/module
  stage "page tests" nodeTests tests/web/*.test.ts tests/web/browser
  stage "oracle tests" oracleTests
  stage "random accounts" randomAccounts
  if [[ ${1:-} == all ]]; then
    stage "page in a made-up language" nodeTests tests/web/pseudo
    stage "page in other engines" nodeTests tests/web/engines
    stage "Lighthouse and markup" nodeTests tests/web/quality/*.test.ts
    stage "pictures of the page" nodeTests tests/web/looks
    stage "reproducible build" scripts/compare-builds.sh
    if present clang && present libclang-rt-dev; then
      source scripts/fuzz.sh
      stage "fuzzing" fuzz 60
    fi
  fi
  summary
}

# stage NAME COMMAND...: a stage ends the run where its command fails.
stage() {
  local name=$1 begin=$SECONDS
  shift
  printf '\n── %s\n' "$name"
  if "$@"; then
    stages+=("$(printf 'passed  %4d s  %s' $((SECONDS - begin)) "$name")")
  else
    stages+=("$(printf 'FAILED  %4d s  %s' $((SECONDS - begin)) "$name")")
    summary
    exit 1
  fi
}

summary() {
  printf '\n── summary\n'
  printf '%s\n' "${stages[@]}"
}

# nodeTests FILE_OR_FOLDER...
nodeTests() {
  local files
  mapfile -t files < <(find "$@" -name '*.test.mjs' -o -name '*.test.ts' | sort)
  ((${#files[@]})) || { echo "There is no test in $*." >&2; return 1; }
  # Tests wait for a browser or a program much of the time.
  "$node" --test --test-concurrency="$(nproc)" --test-reporter=spec "${files[@]}"
}

oracleTests() {
  (cd tests/oracle && python3 -m unittest)
}

# The program's answers for random accounts of every kind against the exact ones, as many kinds at a time as there
# are processors.
randomAccounts() {
  mkdir -p build/random
  export -f randomAccountsOf
  printf '%s\n' plain multi single us orders mixed |
    xargs --max-procs="$(nproc)" --max-args=1 bash -o pipefail -c 'randomAccountsOf "$1"' randomAccounts
}

# randomAccountsOf KIND
randomAccountsOf() {
  local scenarios=build/random/$1-scenarios.jsonl reports=build/random/$1-reports.jsonl
  build/release/random_accounts "${MARGIN_RANDOM_ACCOUNTS:-60}" 1 "$1" >"$scenarios" &&
    build/release/margin evaluate --lines "$scenarios" >"$reports" &&
    python3 tests/oracle/compare.py "$scenarios" "$reports" | sed "s/^/$1: /"
}
