#!/bin/sh
# NetworkManager configuration of lin for Azure Load Balancer floating IP, written by Floatpath.
# Apply: sudo sh lin.networkmanager.sh    Check: sudo sh lin.networkmanager.sh check    Undo: sudo sh lin.networkmanager.sh undo
# Running it again changes nothing.
# It survives a restart. Addresses for lo are put on a dummy adapter, which every version can manage.
set -eu

# The profile that a NIC uses now.
profile_of() { nmcli -g GENERAL.CONNECTION device show "$1"; }

add_value() { # DEVICE PROPERTY VALUE
  profile=$(profile_of "$1")
  if ! nmcli -g "$2" connection show "$profile" | tr -d '\134' | grep -qF -e "$3"; then
    nmcli connection modify "$profile" "+$2" "$3"
    nmcli device reapply "$1"
  fi
}

remove_value() { # DEVICE PROPERTY VALUE
  profile=$(profile_of "$1")
  nmcli connection modify "$profile" "-$2" "$3" || true
  nmcli device reapply "$1"
}

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
  add_value eth1 ipv4.routes '0.0.0.0/0 10.0.0.1 table=101'
  add_value eth1 ipv4.routing-rules 'priority 1000 from 10.1.0.0/24 table 101'
  :
}

check() {
  expect '20.2.0.1/32 ' ip -o addr show dev floatpath0
  expect 'lookup 101' ip -4 rule show from 10.1.0.0/24
  :
}

undo() {
  remove_value eth1 ipv4.routing-rules 'priority 1000 from 10.1.0.0/24 table 101'
  remove_value eth1 ipv4.routes '0.0.0.0/0 10.0.0.1 table=101'
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
