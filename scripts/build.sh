# SPDX-License-Identifier: MIT
#
# The builds, each into its folder under build/. Sourced by ../dev and by the scripts beside this one.

# build PRESET [OPTION...]: dev, release, wasm or fuzz; what cmake --build is to be told beside.
build() {
  cmake --preset "$1" && cmake --build --preset "$@"
}

# The page, from build/wasm and web/ into build/web. npm run puts the pinned Node first.
page() {
  npm run --silent build
}

# copySources FOLDER: the checkout as a clone would have it, with what is not committed yet.
copySources() {
  mkdir -p "$1"
  sourceFiles | tar --create --null --files-from=- --ignore-failed-read | tar --extract --directory="$1"
}

# Without git, or outside a checkout, all that .gitignore does not name.
sourceFiles() {
  git ls-files -z --cached --others --exclude-standard 2>/dev/null ||
    find . \( -path ./build -o -name node_modules -o -name __pycache__ \) -prune -o -type f -print0
}
