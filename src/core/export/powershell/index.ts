import { headingOf } from '../azure/heading.ts'
import { adminUsername } from '../azure/machines.ts'
import { type AzurePlan, azurePlan, documentIdOf } from '../azure/plan.ts'
import { stepsFor } from '../azure/steps-for.ts'
import { isInterface, isMachine, keyOf } from '../azure/steps-since.ts'
import type { Exporter } from '../exporter.ts'
import { Lines } from '../text/lines.ts'
import { powershellString } from '../text/quote.ts'
import { writeStep } from './change.ts'
import { membershipFunctions, membershipsOf, writeMemberships } from './machines.ts'

interface Memberships {
  readonly id: string
  readonly name: string
  readonly texts: readonly string[]
}

/** What network interfaces that exist are members of in one plan and not in the other. */
function memberships(plan: AzurePlan, other: AzurePlan | undefined): readonly Memberships[] {
  const known = new Map(other?.all.map((one) => [keyOf(other, one), membershipsOf(one, { plan: other })]))
  return plan.all.flatMap((one) => {
    if (!one.exists || !isInterface(one)) return []
    const there = known.get(keyOf(plan, one)) ?? []
    const texts = membershipsOf(one, { plan }).filter((text) => !there.includes(text))
    return texts.length > 0 ? [{ id: one.id, name: one.name, texts }] : []
  })
}

/** A script of Az cmdlets: everything, or the change from what is deployed. */
export const powershell: Exporter = {
  id: 'powershell',
  title: 'Az PowerShell script',
  about: 'Cmdlets of the Az modules, in an order in which they work.',
  languages: ['powershell'],
  reads: ['scope', 'machines', 'findings', 'base'],
  export(document, options = {}) {
    const plan = azurePlan(document, options)
    const base = options.base && azurePlan(options.base, options)
    const own = new Set<string>()
    const note = (text: string) => own.add(text)
    const steps = stepsFor(plan, base, note)
    const gone = base ? memberships(base, plan) : []
    const added = memberships(plan, base)
    const script = new Lines()
    const writeAll = (verb: 'Add' | 'Remove', all: readonly Memberships[]) => {
      for (const { id, name, texts } of all) {
        script.gap().from(id, () => writeMemberships(verb, name, texts, { lines: script }))
      }
    }
    writeAll('Remove', gone)
    for (const step of steps) {
      const { resource, verb } = step
      script.gap().from(documentIdOf(resource), () => {
        script.add(`# ${verb === 'delete' ? 'Delete ' : ''}${resource.type} ${resource.name}`)
        writeStep(step, { plan: step.plan, lines: script, note })
      })
    }
    writeAll('Add', added)
    const members = gone.length + added.length
    const notes = [
      ...plan.notes,
      ...own,
      ...(steps.some(({ verb, deployed }) => verb === 'put' && !deployed)
        ? ['New-Az… with -Force replaces the whole resource if it exists: parts not named here are deleted.']
        : []),
    ]
    if (steps.length + members === 0) return { files: [], notes }
    const machines = steps.some(({ verb, resource }) => verb === 'put' && isMachine(resource))
    const lines = new Lines()
    for (const line of headingOf(document, options, notes)) lines.add(`# ${line}`)
    lines.gap().add('param(')
    lines.add(`    [Parameter(Mandatory)] [string] $ResourceGroupName${machines ? ',' : ''}`)
    if (machines) lines.add('    [Parameter(Mandatory)] [securestring] $AdminPassword')
    lines.add(')').gap()
    lines.add("$ErrorActionPreference = 'Stop'")
    lines.add('$group = Get-AzResourceGroup -Name $ResourceGroupName')
    lines.add('$location = $group.Location')
    lines.add('$network = "$($group.ResourceId)/providers/Microsoft.Network"')
    lines.add('$common = @{ ResourceGroupName = $ResourceGroupName; Location = $location; Force = $true }')
    if (machines) {
      lines.add(`$credential = [pscredential]::new(${powershellString(adminUsername)}, $AdminPassword)`)
      lines.add('$machines = @((Get-AzVM -ResourceGroupName $ResourceGroupName).Name)')
    }
    if (members > 0) lines.gap().add(membershipFunctions)
    lines.gap().addAll(script)
    return { files: [lines.file(base ? 'change.ps1' : 'deploy.ps1', 'powershell')], notes }
  },
}
