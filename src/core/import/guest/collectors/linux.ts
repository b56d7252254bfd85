/** A shell script that reads a Linux guest and prints what the import understands. It changes nothing. */
export const linuxCollector = `#!/bin/sh
# Floatpath: prints addresses, routes by source, kernel settings, listeners and firewall. Changes nothing.
# Run it with sudo to see the firewall and the names of processes.
export LC_ALL=C
echo '== floatpath guest =='
echo '== floatpath os linux =='
echo "== floatpath host $(cat /proc/sys/kernel/hostname) =="
ip -d -j addr show || ip addr show
echo
ip -4 rule show
ip -6 rule show 2>/dev/null
ip -4 route show table all
ip -6 route show table all 2>/dev/null
for file in /proc/sys/net/ipv4/ip_forward /proc/sys/net/ipv4/conf/*/rp_filter; do
  echo "$file = $(cat "$file")"
done
ss -lntupH || netstat -lntu
{ nft -j list ruleset || echo '== floatpath no nft =='; } 2>/dev/null
echo
echo '== floatpath end =='
`
