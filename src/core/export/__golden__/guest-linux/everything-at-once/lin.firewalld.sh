#!/bin/sh
# Firewall rules (firewalld) of lin for Azure Load Balancer floating IP, written by Floatpath.
# Apply: sudo sh lin.firewalld.sh    Check: sudo sh lin.firewalld.sh check    Undo: sudo sh lin.firewalld.sh undo
# Running it again changes nothing.
# Packets arrive at the NIC, so the zone of the NIC decides: the default zone unless a rule names an interface.
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
  firewall-cmd --permanent --add-port=443/tcp
  firewall-cmd --permanent --zone="$(firewall-cmd --get-zone-of-interface=eth0)" --add-rich-rule='rule family="ipv4" source address="10.0.0.0/8" destination address="10.1.0.4" port port="53" protocol="udp" accept'
  firewall-cmd --permanent --add-rich-rule='rule family="ipv4" source address="10.1.0.5" protocol value="tcp" accept'
  firewall-cmd --permanent --add-rich-rule='rule family="ipv4" source address="10.1.0.5" protocol value="udp" accept'
  firewall-cmd --permanent --add-port=8080/tcp
  firewall-cmd --permanent --add-port=1433/tcp
  firewall-cmd --permanent --add-port=22/tcp
  firewall-cmd --permanent --add-port=3389/tcp
  firewall-cmd --permanent --add-port=9000/tcp
  firewall-cmd --reload
  :
}

check() {
  expect yes firewall-cmd --query-port=443/tcp
  expect yes firewall-cmd --zone="$(firewall-cmd --get-zone-of-interface=eth0)" --query-rich-rule='rule family="ipv4" source address="10.0.0.0/8" destination address="10.1.0.4" port port="53" protocol="udp" accept'
  expect yes firewall-cmd --query-rich-rule='rule family="ipv4" source address="10.1.0.5" protocol value="tcp" accept'
  expect yes firewall-cmd --query-rich-rule='rule family="ipv4" source address="10.1.0.5" protocol value="udp" accept'
  expect yes firewall-cmd --query-port=8080/tcp
  expect yes firewall-cmd --query-port=1433/tcp
  expect yes firewall-cmd --query-port=22/tcp
  expect yes firewall-cmd --query-port=3389/tcp
  expect yes firewall-cmd --query-port=9000/tcp
  :
}

undo() {
  firewall-cmd --permanent --remove-port=443/tcp
  firewall-cmd --permanent --zone="$(firewall-cmd --get-zone-of-interface=eth0)" --remove-rich-rule='rule family="ipv4" source address="10.0.0.0/8" destination address="10.1.0.4" port port="53" protocol="udp" accept'
  firewall-cmd --permanent --remove-rich-rule='rule family="ipv4" source address="10.1.0.5" protocol value="tcp" accept'
  firewall-cmd --permanent --remove-rich-rule='rule family="ipv4" source address="10.1.0.5" protocol value="udp" accept'
  firewall-cmd --permanent --remove-port=8080/tcp
  firewall-cmd --permanent --remove-port=1433/tcp
  firewall-cmd --permanent --remove-port=22/tcp
  firewall-cmd --permanent --remove-port=3389/tcp
  firewall-cmd --permanent --remove-port=9000/tcp
  firewall-cmd --reload
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
