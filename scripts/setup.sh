# SPDX-License-Identifier: MIT
#
# Brings a machine to where the project builds: Debian's packages by apt-get, the web tools by npm.
# Sourced by ../dev. Does only what is missing, so that the second time costs nothing.

buildPackages=(g++ cmake ninja-build emscripten nlohmann-json3-dev libcli11-dev catch2 python3
  ca-certificates nodejs npm)
testPackages=(chromium openssl pkg-config)
# Other browsers' engines and a checker of markup, for ./dev test all.
thoroughPackages=(firefox-esr webkit2gtk-driver xvfb xauth default-jre-headless)
fuzzPackages=(clang libclang-rt-dev)

# The web tools run on the Node that package-lock.json pins, whatever the system has.
node=node_modules/.bin/node

emscriptenToolchain=/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake

setUp() {
  setUpPackages "$@"
  setUpModules
}

stop() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# Is what a package is wanted for there, whoever installed it?
present() {
  case $1 in
    ninja-build) type -P ninja ;;
    emscripten) test -e "$emscriptenToolchain" && type -P em++ ;;
    nlohmann-json3-dev) anyFile /usr{,/local}/include/nlohmann/json.hpp ;;
    libcli11-dev) anyFile /usr{,/local}/include/CLI/CLI.hpp ;;
    catch2) anyFile /usr{,/local}/include/catch2 ;;
    ca-certificates) test -e /etc/ssl/certs/ca-certificates.crt ;;
    nodejs) type -P node ;;
    clang) type -P clang++ ;;
    libclang-rt-dev) anyFile /usr/lib/{clang,llvm-*/lib/clang}/*/lib/{linux,*-linux-gnu}/libclang_rt.fuzzer* ;;
    chromium) browser ;;
    webkit2gtk-driver) anyFile /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser ;;
    xvfb) type -P xvfb-run ;;
    default-jre-headless) type -P java ;;
    *) type -P "$1" ;;
  esac >/dev/null
}

# The browser of the page's tests: $CHROMIUM, or the first of its kind.
browser() {
  type -P "${CHROMIUM:-chromium}" || type -P chromium-browser || type -P google-chrome
}

anyFile() {
  local file
  for file; do [[ ! -e $file ]] || return 0; done
  return 1
}

setUpPackages() {
  local package missing=() asRoot=()
  for package; do present "$package" || missing+=("$package"); done
  ((${#missing[@]})) || return 0

  command -v apt-get >/dev/null || stop "Missing on this machine: ${missing[*]} (Debian's names)." \
    "Only Debian and Ubuntu are set up automatically. Install them and run the command again."
  if ((EUID != 0)); then
    command -v sudo >/dev/null || stop "Root rights are needed and there is no sudo. As root, run:" \
      "apt-get install --no-install-recommends ${missing[*]}"
    asRoot=(sudo)
    # Without a terminal nobody can type a password.
    [[ -t 0 ]] || asRoot+=(--non-interactive)
  fi
  room /usr 4000 "to install ${missing[*]}"

  echo "Installing ${missing[*]}. This can take a few minutes; build/apt.log follows it."
  mkdir -p build
  aptGet update -q -o APT::Update::Error-Mode=any || reachable "${missing[0]}" ||
    stop "The servers of this machine's package lists cannot be reached. Is the network there?"
  for package in "${missing[@]}"; do
    [[ -n $(apt-cache madison "$package" 2>/dev/null) ]] ||
      stop "apt-get knows no package $package. Debian 12 and newer have it; elsewhere install it by" \
        "other means (for chromium, CHROMIUM may name a browser of its kind)."
  done
  aptGet install -q -y --no-install-recommends "${missing[@]}" ||
    stop "apt-get could not install ${missing[*]}: its own message is above."
  for package in "${missing[@]}"; do
    present "$package" || stop "$package was installed, yet what it should bring was not found."
  done
}

aptGet() {
  "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
    apt-get -o DPkg::Lock::Timeout=600 "$@" >>build/apt.log
}

# One list of several may fail and the packages be there all the same: can this one be fetched?
reachable() {
  local folder fetched=0
  folder=$(mktemp -d)
  (cd "$folder" && apt-get -q -o APT::Sandbox::User=root download "$1") || fetched=1
  rm -rf "$folder"
  return $fetched
}

setUpModules() {
  local stamp=node_modules/.installed
  local wanted
  wanted="$(cksum <package-lock.json) $(uname -sm)"
  if [[ $(cat "$stamp" 2>/dev/null) != "$wanted" ]]; then
    room . 1500 "for the web tools and the builds"
    echo "Installing the web tools."
    NODE_OPTIONS="--require=\"$PWD/scripts/pinned-version.cjs\"" \
      npm ci --ignore-scripts --no-audit --no-fund --loglevel=error ||
      stop "npm could not install the web tools: its own message is above. Is the network there?"
    linkNode
    echo "$wanted" >"$stamp"
  fi
  "$node" --version >/dev/null 2>&1 || stop "The Node of package-lock.json does not run on this" \
    "machine ($(uname -sm)). The web tools need Linux or macOS on x86-64 or arm64."
}

# The peers that ./dev bench measures against. Without them it measures the rest, and says so.
setUpPeers() {
  setUpFolder bench/peers 500 "the peers that are measured against" || true
}

# Lighthouse and the Nu Html Checker, which ./dev test all asks about the page.
setUpQuality() {
  setUpFolder tests/web/quality 400 "what judges the page" ||
    stop "npm could not install what judges the page: its own message is above. Is the network there?"
}

# React and a generator of pages from Markdown, for the examples of both, which ./dev test all builds and opens.
setUpExamples() {
  { setUpFolder examples/react 200 "React" && setUpFolder examples/markdown 100 "Eleventy"; } ||
    stop "npm could not install what the examples are built with: its own message is above. Is the network there?"
}

# setUpFolder FOLDER MEGABYTES WHAT: the packages of a folder with a list of its own.
setUpFolder() {
  local stamp=$1/node_modules/.installed
  local wanted
  wanted="$(cksum <"$1/package-lock.json") $(uname -sm)"
  [[ $(cat "$stamp" 2>/dev/null) != "$wanted" ]] || return 0
  room . "$2" "for $3"
  echo "Installing $3."
  NODE_OPTIONS="--require=\"$PWD/scripts/pinned-version.cjs\"" \
    npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error || return 1
  echo "$wanted" >"$stamp"
}

# npm installs the one package of the four that fits the machine. Before version 10 it leaves out the
# link that npm run goes by, because all four claim the name.
linkNode() {
  local pinned=(node_modules/node-*/bin/node)
  ln -sf "../${pinned[0]#node_modules/}" "$node"
}

# room FOLDER MEGABYTES PURPOSE
room() {
  local free
  free=$(df -Pm "$1" | awk 'NR == 2 {print $4}')
  ((free >= $2)) || stop "Too little disk: $2 MB are needed $3, and $1 has $free MB free."
}
