#!/bin/sh
# Firewall rules (ufw) of lin for Azure Load Balancer floating IP, written by Floatpath.
# Apply: sudo sh lin.ufw.sh    Check: sudo sh lin.ufw.sh check    Undo: sudo sh lin.ufw.sh undo
# Running it again changes nothing.
# The diagram has the firewall on: allow your way in, then run "ufw enable" yourself.
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
  expect 'ufw allow 443/tcp' added allow 443/tcp
  expect 'ufw allow in on eth0 from 10.0.0.0/8 to 10.1.0.4 port 53 proto udp' added allow in on eth0 from 10.0.0.0/8 to 10.1.0.4 port 53 proto udp
  expect 'ufw allow from 10.1.0.5 proto tcp' added allow from 10.1.0.5 proto tcp
  expect 'ufw allow from 10.1.0.5 proto udp' added allow from 10.1.0.5 proto udp
  expect 'ufw allow 8080/tcp' added allow 8080/tcp
  expect 'ufw allow 1433/tcp' added allow 1433/tcp
  expect 'ufw allow 22/tcp' added allow 22/tcp
  expect 'ufw allow 3389/tcp' added allow 3389/tcp
  expect 'ufw allow 9000/tcp' added allow 9000/tcp
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
