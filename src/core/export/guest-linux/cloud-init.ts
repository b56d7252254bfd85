import type { GuestPlan } from '../guest/plan.ts'
import { titleOf } from '../guest/shell-script.ts'
import { Lines } from '../text/lines.ts'

const unit = `[Unit]
Description=Addresses of load balancer frontends
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh /usr/local/sbin/floatpath-guest

[Install]
WantedBy=multi-user.target`

/** Text as a block of YAML, each line as deep as the block. */
const block = (text: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `      ${line}`))
    .join('\n')

/** Custom data for a new machine: the script, run at every start, whatever the distribution manages its network with. */
export function cloudInit(plan: GuestPlan, script: Lines): Lines {
  const lines = new Lines()
  const { text, lines: sources = [] } = script.file('', 'shell')
  lines.add(`#cloud-config
# ${titleOf(plan, 'cloud-init data')}
# Apply: give this file to a new machine as custom data. It holds no network section: Azure writes that one.
# Check: sudo sh /usr/local/sbin/floatpath-guest check    must print no line with MISSING
# Undo:  sudo systemctl disable floatpath-guest.service; sudo sh /usr/local/sbin/floatpath-guest undo
write_files:
  - path: /usr/local/sbin/floatpath-guest
    permissions: "0755"
    content: |`)
  text
    .slice(0, -1)
    .split('\n')
    .forEach((line, index) => {
      lines.add(block(line), sources[index])
    })
  lines.add(`  - path: /etc/systemd/system/floatpath-guest.service
    content: |
${block(unit)}
runcmd:
  - [systemctl, daemon-reload]
  - [systemctl, enable, --now, floatpath-guest.service]`)
  return lines
}
