#!/bin/sh
# Guest configuration of lin for Azure Load Balancer floating IP, written by Floatpath.
# Apply: sudo sh lin.sh    Check: sudo sh lin.sh check    Undo: sudo sh lin.sh undo
# Running it again changes nothing.
# It lasts until the next restart; the cloud-init file runs it at every start.
# Note: lin: world has no address yet, so nothing is written for it.
set -eu

# What undo has to put back: only what this script changed.
state=${FLOATPATH_STATE:-/run/floatpath-guest}
remember() { printf '%s\n' "$*" >>"$state"; }

add_link() { # DEVICE
  if ! ip link show dev "$1" >/dev/null 2>&1; then
    ip link add name "$1" type dummy
    ip link set dev "$1" up
    remember link "$1"
  fi
}

add_address() { # ADDRESS LENGTH DEVICE
  if ! ip -o addr show dev "$3" to "$1" | grep -qF -e "/$2 "; then
    ip addr add "$1/$2" dev "$3"
    remember address "$1/$2" "$3"
  fi
}

add_route() { # FAMILY TABLE ROUTE...
  family=$1
  table=$2
  shift 2
  if [ -z "$(ip "$family" route show table "$table" default 2>/dev/null)" ]; then
    ip "$family" route add default "$@" table "$table"
    remember route "$family" "$table"
  fi
}

add_rule() { # FAMILY FROM TABLE PREFERENCE
  if ! ip "$1" rule show from "$2" table "$3" | grep -q "^$4:"; then
    ip "$1" rule add from "$2" lookup "$3" pref "$4"
    remember rule "$1" "$2" "$3" "$4"
  fi
}

set_value() { # PATH VALUE
  before=$(cat "/proc/sys/net/$1")
  if [ "$before" != "$2" ]; then
    printf '%s\n' "$2" >"/proc/sys/net/$1"
    remember value "$1" "$before"
  fi
}

take_back() { # KIND VALUES...
  case $1 in
    link) ip link del dev "$2" ;;
    address) ip addr del "$2" dev "$3" ;;
    route) ip "$2" route del default table "$3" ;;
    rule) ip "$2" rule del from "$3" lookup "$4" pref "$5" ;;
    value) printf '%s\n' "$3" >"/proc/sys/net/$2" ;;
  esac
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
  add_address 20.2.0.1 32 lo
  set_value ipv4/ip_forward 1
  set_value ipv4/conf/all/rp_filter 2
  set_value ipv4/conf/eth0/rp_filter 0
  set_value ipv4/conf/eth1/rp_filter 0
  add_route -4 101 via 10.0.0.1 dev eth1 onlink
  add_rule -4 10.1.0.0/24 101 1000
  nft -f - <<'END'
table inet floatpath
delete table inet floatpath
table inet floatpath {
  chain forwards {
    type nat hook prerouting priority -100; policy accept;
    ip daddr 10.1.0.4 tcp dport 8443 dnat ip to 172.17.0.2:443
  }
}
END
  :
}

check() {
  expect '20.2.0.1/32 ' ip -o addr show dev lo
  expect 1 cat /proc/sys/net/ipv4/ip_forward
  expect 2 cat /proc/sys/net/ipv4/conf/all/rp_filter
  expect 0 cat /proc/sys/net/ipv4/conf/eth0/rp_filter
  expect 0 cat /proc/sys/net/ipv4/conf/eth1/rp_filter
  expect 'dev eth1' ip -4 route show table 101 default
  expect 'lookup 101' ip -4 rule show from 10.1.0.0/24
  expect 'daddr 10.1.0.4 tcp dport 8443 ' nft -nn list table inet floatpath
  expect :443 ss -H -lnt 'sport = :443'
  expect :8080 ss -H -lnt 'sport = :8080'
  expect :1433 ss -H -lnt 'sport = :1433'
  expect :22 ss -H -lnt 'sport = :22'
  expect :3389 ss -H -lnt 'sport = :3389'
  :
}

undo() {
  nft delete table inet floatpath 2>/dev/null || true
  [ -f "$state" ] || return 0
  # The last change first.
  sed '1!G;h;$!d' "$state" | while read -r change; do
    # shellcheck disable=SC2086 # words are meant to be split: no value holds a space
    take_back $change || printf 'Could not take back: %s\n' "$change" >&2
  done
  rm -f "$state"
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
