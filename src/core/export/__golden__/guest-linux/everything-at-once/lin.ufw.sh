#!/bin/sh
# Firewall rules (ufw) of lin for Azure Load Balancer floating IP, written by Floatpath.
# Apply: sudo sh lin.ufw.sh    Check: sudo sh lin.ufw.sh check    Undo: sudo sh lin.ufw.sh undo
# Running it again changes nothing.
# The diagram has the firewall on: allow your way in, then run "ufw enable" yourself.
# Undo removes these rules, whoever added them.
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
  ufw allow in proto tcp from any to any port 443
  ufw allow in on eth0 proto udp from 10.0.0.0/8 to 10.1.0.4 port 53
  ufw allow in proto tcp from 10.1.0.5 to any
  ufw allow in proto udp from 10.1.0.5 to any
  ufw allow in proto tcp from any to any port 8080
  ufw allow in proto tcp from any to any port 1433
  ufw allow in proto tcp from any to any port 22
  ufw allow in proto tcp from any to any port 3389
  ufw allow in proto tcp from any to any port 9000
  :
}

check() {
  # after: ufw allow in proto tcp from any to any port 443
  expect '443' ufw show added
  # after: ufw allow in on eth0 proto udp from 10.0.0.0/8 to 10.1.0.4 port 53
  expect '53' ufw show added
  # after: ufw allow in proto tcp from 10.1.0.5 to any
  expect 'ufw allow' ufw show added
  # after: ufw allow in proto udp from 10.1.0.5 to any
  expect 'ufw allow' ufw show added
  # after: ufw allow in proto tcp from any to any port 8080
  expect '8080' ufw show added
  # after: ufw allow in proto tcp from any to any port 1433
  expect '1433' ufw show added
  # after: ufw allow in proto tcp from any to any port 22
  expect '22' ufw show added
  # after: ufw allow in proto tcp from any to any port 3389
  expect '3389' ufw show added
  # after: ufw allow in proto tcp from any to any port 9000
  expect '9000' ufw show added
  :
}

undo() {
  ufw --force delete allow in proto tcp from any to any port 443 || true
  ufw --force delete allow in on eth0 proto udp from 10.0.0.0/8 to 10.1.0.4 port 53 || true
  ufw --force delete allow in proto tcp from 10.1.0.5 to any || true
  ufw --force delete allow in proto udp from 10.1.0.5 to any || true
  ufw --force delete allow in proto tcp from any to any port 8080 || true
  ufw --force delete allow in proto tcp from any to any port 1433 || true
  ufw --force delete allow in proto tcp from any to any port 22 || true
  ufw --force delete allow in proto tcp from any to any port 3389 || true
  ufw --force delete allow in proto tcp from any to any port 9000 || true
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
