#!/bin/sh
# NetworkManager configuration of lin for Azure Load Balancer floating IP, written by Floatpath.
# Apply: sudo sh lin.networkmanager.sh    Check: sudo sh lin.networkmanager.sh check    Undo: sudo sh lin.networkmanager.sh undo
# Running it again changes nothing.
# It survives a restart. Addresses for lo are put on a dummy adapter, which every version can manage.
set -eu

failed=0
expect() { # TEXT COMMAND...: what the command prints must hold the text
  text=$1
  shift
  if "$@" 2>/dev/null | grep -qF -e "$text"; then
    printf 'ok       %s\n' "$*"
  else
    printf 'MISSING  %s   must print: %s\n' "$*" "$text"
    failed=1
  fi
}

apply() {
  if ! nmcli connection show floatpath0 >/dev/null 2>&1; then
    nmcli connection add type dummy ifname floatpath0 con-name floatpath0 \
      ipv4.method manual ipv4.addresses 20.2.0.1/32 \
      ipv6.method disabled
  fi
  nmcli connection up floatpath0
  :
}

check() {
  expect '20.2.0.1/32 ' ip -o addr show dev floatpath0
  :
}

undo() {
  nmcli connection delete floatpath0 || true
  :
}

case ${1:-apply} in
  apply) apply ;;
  check)
    check
    exit "$failed"
    ;;
  undo) undo ;;
  *)
    echo "usage: sh $0 [apply|check|undo]" >&2
    exit 2
    ;;
esac
