#!/bin/sh
# Cluster addresses for Azure Load Balancer floating IP (Pacemaker), written by Floatpath.
# Apply: sudo sh pacemaker.sh    Check: sudo sh pacemaker.sh check    Undo: sudo sh pacemaker.sh undo
# Running it again changes nothing.
# Run it on one node. Put none of these addresses on a loopback adapter: the cluster moves them.
# Undo removes the resources of these names, whoever created them.
# cluster: 10.1.0.101, probe port 9000, nodes lin
set -eu

# Red Hat brings pcs, SUSE crm.
if command -v pcs >/dev/null 2>&1; then
  has() { pcs resource config "$1" >/dev/null 2>&1; }
  add() { # SLUG ADDRESS LENGTH PORT
    has "nc_$1" || pcs resource create "nc_$1" azure-lb port="$4" op monitor timeout=20s interval=10s --group "g_ip_$1"
    has "vip_$1" || pcs resource create "vip_$1" IPaddr2 ip="$2" cidr_netmask="$3" op monitor timeout=20s interval=10s --group "g_ip_$1"
  }
  show() { pcs resource config "$1"; }
  remove() { if has "$1"; then pcs resource delete "$1"; fi; }
else
  has() { crm configure show "$1" >/dev/null 2>&1; }
  add() { # SLUG ADDRESS LENGTH PORT
    has "nc_$1" || crm configure primitive "nc_$1" azure-lb params port="$4" op monitor timeout=20s interval=10
    has "vip_$1" || crm configure primitive "vip_$1" IPaddr2 params ip="$2" cidr_netmask="$3" op monitor timeout=20 interval=10
    has "g_ip_$1" || crm configure group "g_ip_$1" "nc_$1" "vip_$1" meta resource-stickiness=3000
  }
  show() { crm configure show "$1"; }
  remove() {
    if has "$1"; then
      crm resource stop "$1"
      crm configure delete "$1"
    fi
  }
fi

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
  add cluster 10.1.0.101 32 9000
  :
}

check() {
  expect 9000 show nc_cluster
  expect 10.1.0.101 show vip_cluster
  # On the node that owns an address, and there only:
  #   ip -o addr show    must print: 10.1.0.101/
  #   ss -H -lnt 'sport = :9000'    must print: :9000
  :
}

undo() {
  remove vip_cluster
  remove nc_cluster
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
