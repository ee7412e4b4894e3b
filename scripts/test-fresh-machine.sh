#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Tests and serves the project on a Debian with nothing installed, in a folder of this machine:
#   sudo scripts/test-fresh-machine.sh [bookworm|trixie]
# The bare systems are kept in $MARGIN_CHROOTS (build/chroots) and used again. Needs root, debootstrap
# and a Debian mirror: $MARGIN_MIRROR, else the one this machine's apt uses. Mirrors, proxies and
# certificates of this machine's apt and npm hold inside too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/build.sh

suite=${1:-trixie}
chroots=$(realpath -m "${MARGIN_CHROOTS:-build/chroots}")
bare=$chroots/$suite-base.tar
machine=$chroots/$suite

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

[[ $suite == bookworm || $suite == trixie ]] || stop "The machine is bookworm or trixie."
((EUID == 0)) || stop "Root rights are needed, to change into the new system."
command -v debootstrap >/dev/null || stop "debootstrap is needed: apt-get install debootstrap"

# mirror LABEL: where this machine's apt has the archive of that label.
mirror() {
  apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' |
    awk -v label="$1" '$1 == label && !found++ {print $2}'
}

makeBare() {
  local archive=${MARGIN_MIRROR:-$(mirror Debian)}
  [[ -n $archive ]] || stop "This machine's apt knows no Debian archive: name one in MARGIN_MIRROR."
  rm -rf "$machine"
  mkdir -p "$machine"
  debootstrap --variant=minbase "$suite" "$machine" "$archive"
  tar --create --file="$bare.part" --directory="$machine" .
  mv "$bare.part" "$bare"
}

makeMachine() {
  rm -rf "$machine"
  mkdir -p "$machine"
  tar --extract --preserve-permissions --file="$bare" --directory="$machine"
  cp /etc/resolv.conf /etc/hosts "$machine/etc/"
  apt-config dump | grep -E '^Acquire::(http|https|Retries|Check-)' >"$machine/etc/apt/apt.conf.d/90host" || true
  local security
  security=$(mirror Debian-Security)
  if [[ -n $security ]]; then
    echo "deb $security $suite-security main" >>"$machine/etc/apt/sources.list"
  fi
  local certificate
  mkdir -p "$machine/usr/local/share/ca-certificates"
  for certificate in /usr/local/share/ca-certificates/*.crt; do
    if [[ -e $certificate ]]; then cp "$certificate" "$machine/usr/local/share/ca-certificates/"; fi
  done
  copySources "$machine/root/margin"
}

# What npm and apt of this machine go by, for the environment inside.
environment=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 CI=true)
carryEnvironment() {
  local name value
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY MARGIN_RANDOM_ACCOUNTS; do
    if [[ -n ${!name:-} ]]; then environment+=("$name=${!name}"); fi
  done
  if command -v npm >/dev/null; then
    for name in registry proxy https-proxy noproxy strict-ssl; do
      value=$(npm config get "$name" 2>/dev/null)
      if [[ -n $value && $value != null && $value != undefined ]]; then environment+=("npm_config_${name//-/_}=$value"); fi
    done
  fi
  if [[ -n ${NODE_EXTRA_CA_CERTS:-} ]]; then
    cp "$NODE_EXTRA_CA_CERTS" "$machine/root/certificates.crt"
    environment+=(NODE_EXTRA_CA_CERTS=/root/certificates.crt)
  fi
}

# inside SCRIPT: runs it in the new system. Its processes and mounts are in namespaces of their own and
# end with it, however it ends.
inside() {
  unshare --mount --pid --fork --kill-child bash -ec '
    machine=$1 script=$2
    shift 2
    mount --make-rprivate /
    mount -t proc proc "$machine/proc"
    mount --rbind /dev "$machine/dev"
    exec chroot "$machine" env --ignore-environment "$@" bash -euc "cd /root/margin; $script"
  ' inside "$machine" "$1" "${environment[@]}" </dev/null
}

serveAndFetch='
  ./dev serve >/root/serve.log 2>&1 &
  for ((second = 0; second < 900; second++)); do
    address=$(grep -m 1 -o "http://127.0.0.1:[0-9]*/" /root/serve.log) && break
    kill -0 $! 2>/dev/null || break
    sleep 1
  done
  [ -n "$address" ] || { cat /root/serve.log; echo "./dev serve gave no address."; exit 1; }
  python3 -c "
import sys, urllib.request
with urllib.request.urlopen(sys.argv[1], timeout=30) as answer:
    page = answer.read().decode()
    assert answer.status == 200 and \"<margin-calculator\" in page, page
print(\"The page at\", sys.argv[1], \"answers:\", len(page), \"characters.\")
" "$address"
'

[[ -e $bare ]] || makeBare
makeMachine
carryEnvironment
echo "── ./dev test on a bare $suite"
inside './dev test'
echo "── ./dev serve on it"
inside "$serveAndFetch"
echo "── ./dev test and ./dev serve work on a bare $suite."
rm -rf "$machine"
