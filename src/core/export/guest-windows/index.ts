import type { TopologyDocument } from '../../topology/document.ts'
import type { Exporter, ExportFile, ExportOptions, ExportResult } from '../exporter.ts'
import { guestPlans } from '../guest/guest-plans.ts'
import type { GuestPlan } from '../guest/plan.ts'
import { sinceBase } from '../guest/since-base.ts'
import { netshScript } from './netsh.ts'
import { powershellScript, switchesOf } from './powershell.ts'

function withNotes(plan: GuestPlan): GuestPlan {
  const { machine, addresses, portForwards, policyRoutes, notes } = plan
  const adapters = new Set(
    addresses.flatMap(({ device: { kind, name } }) =>
      kind === 'loopback' && !name.startsWith('Loopback Pseudo-Interface') ? name : [],
    ),
  )
  return {
    ...plan,
    notes: [
      ...notes,
      ...[...adapters].map(
        (name) =>
          `${machine.name}: the adapter “${name}” must be there first: add “Microsoft KM-TEST Loopback Adapter” as legacy hardware and give it this name.`,
      ),
      ...(portForwards.length > 0
        ? [`${machine.name}: port forwards are left out: what Windows has for it hides the client’s address.`]
        : []),
      ...(policyRoutes.length > 0
        ? [`${machine.name}: routes by source address are left out: Windows has none.`]
        : []),
    ],
  }
}

function filesOf(plan: GuestPlan): ExportFile[] {
  if (plan.addresses.length + plan.firewall.length + switchesOf(plan).length === 0) return []
  const batch = netshScript(plan).file(`${plan.fileName}.cmd`, 'batch')
  return [
    // cmd.exe misses labels in files without carriage returns.
    { ...batch, text: batch.text.replaceAll('\n', '\r\n') },
    powershellScript(plan).file(`${plan.fileName}.ps1`, 'powershell'),
  ]
}

function write(document: TopologyDocument, options: ExportOptions): ExportResult {
  const plans = guestPlans(document, 'windows', options).map(withNotes)
  return { files: plans.flatMap(filesOf), notes: [...new Set(plans.flatMap(({ notes }) => notes))] }
}

/** What every Windows guest needs, as a batch file and as a PowerShell script. */
export const guestWindows: Exporter = {
  id: 'guest-windows',
  title: 'Windows guests',
  about: 'Addresses, weak host switches and firewall rules of each Windows machine, with checks and undo.',
  languages: ['batch', 'powershell'],
  reads: ['machine', 'findings', 'base'],
  export: (document, options) => sinceBase(write, document, options),
}
