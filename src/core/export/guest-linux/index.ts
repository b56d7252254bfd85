import type { TopologyDocument } from '../../topology/document.ts'
import type { Exporter, ExportFile, ExportOptions, ExportResult } from '../exporter.ts'
import { guestPlans } from '../guest/guest-plans.ts'
import type { GuestPlan } from '../guest/plan.ts'
import { titleOf } from '../guest/shell-script.ts'
import { sinceBase } from '../guest/since-base.ts'
import { sysctlName, sysctlsOf } from '../guest/sysctls.ts'
import { Lines } from '../text/lines.ts'
import { cloudInit } from './cloud-init.ts'
import { firewallFiles } from './firewalls.ts'
import { ipScript, needsScript } from './ip-script.ts'
import { devicesInUse, netplan } from './netplan.ts'
import { networkManager } from './network-manager.ts'
import { networkd } from './networkd.ts'

function sysctlFile(plan: GuestPlan): Lines {
  const lines = new Lines()
  lines.add(`# ${titleOf(plan, 'Kernel settings')}
# Apply: save as /etc/sysctl.d/60-floatpath.conf, then: sudo sysctl --system
# Check: sudo sysctl -p /etc/sysctl.d/60-floatpath.conf    must print the lines below
# Undo:  remove the file and restart; the script with the commands puts back what was there before`)
  for (const { path, value, source } of sysctlsOf(plan)) lines.add(`${sysctlName(path)} = ${value}`, source)
  return lines
}

function filesOf(plan: GuestPlan): ExportFile[] {
  const { fileName } = plan
  const firewalls = firewallFiles(plan)
  if (!needsScript(plan)) return firewalls
  const script = ipScript(plan)
  const inNetwork = devicesInUse(plan).length > 0
  return [
    script.file(`${fileName}.sh`, 'shell'),
    cloudInit(plan, script).file(`${fileName}.cloud-init.yaml`, 'yaml'),
    ...(inNetwork
      ? [
          netplan(plan).file(`${fileName}.netplan.yaml`, 'yaml'),
          networkManager(plan).file(`${fileName}.networkmanager.sh`, 'shell'),
          ...networkd(plan),
        ]
      : []),
    ...(sysctlsOf(plan).length > 0 ? [sysctlFile(plan).file(`${fileName}.sysctl.conf`, 'ini')] : []),
    ...firewalls,
  ]
}

function write(document: TopologyDocument, options: ExportOptions): ExportResult {
  const plans = guestPlans(document, 'linux', options)
  return { files: plans.flatMap(filesOf), notes: [...new Set(plans.flatMap(({ notes }) => notes))] }
}

/** What every Linux guest needs, for each of the usual tools. */
export const guestLinux: Exporter = {
  id: 'guest-linux',
  title: 'Linux guests',
  about: 'Addresses, kernel settings, routes and firewall of each Linux machine, with checks and undo.',
  languages: ['shell', 'yaml', 'ini', 'text'],
  reads: ['machine', 'findings', 'base'],
  export: (document, options) => sinceBase(write, document, options),
}
