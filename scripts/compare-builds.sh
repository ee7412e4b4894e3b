#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Builds what is shipped twice, from copies of the sources in two folders: the bytes must be the same.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/build.sh

folder=build/compare
rm -rf "$folder"

# sums COPY: builds in COPY and prints a checksum and a name for every file shipped.
sums() {
  copySources "$1"
  # Hard links: the same tools under another path, without their bytes.
  cp -al node_modules "$1/node_modules"
  (cd "$1" && build release && build wasm && page && npm run --silent package) >&2
  (cd "$1/build" &&
    find release/margin wasm/margin*.mjs wasm/margin*.wasm web package -type f -print0 | sort -z | xargs -0 sha256sum)
}

sums "$folder/first" >"$folder.first"
sums "$folder/and/the/second" >"$folder.second"
diff "$folder.first" "$folder.second" || {
  echo "The two builds differ (above)." >&2
  exit 1
}
echo "$(wc -l <"$folder.first") files, the same in both builds."
rm -rf "$folder"
