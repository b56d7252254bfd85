#!/bin/sh
# Firewall rules (ufw) of dns1 for Azure Load Balancer floating IP, written by Floatpath.
# Apply: sudo sh dns1.ufw.sh    Check: sudo sh dns1.ufw.sh check    Undo: sudo sh dns1.ufw.sh undo
# Running it again changes nothing.
# The rules count once ufw is on; the diagram has no firewall on.
# Undo removes these rules, whoever added them.
set -eu

added() { # RULE...: prints the rule where ufw has exactly this one; its comment does not count
  ufw show added | sed "s/ comment '.*'$//" | grep -xF -e "ufw $*"
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
  ufw allow in proto udp from any to any port 53
  ufw allow in proto tcp from any to any port 8080
  :
}

check() {
  expect 'ufw allow 53/udp' added allow 53/udp
  expect 'ufw allow 8080/tcp' added allow 8080/tcp
  :
}

undo() {
  ufw --force delete allow in proto udp from any to any port 53 || true
  ufw --force delete allow in proto tcp from any to any port 8080 || true
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
