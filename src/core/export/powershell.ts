import { needsPassword } from './azure/dependencies.ts'
import { headingOf } from './azure/heading.ts'
import { withMembersNote } from './azure/members-note.ts'
import { type AzurePlan, type AzureResource, azurePlan } from './azure/plan.ts'
import { type ArmValue, entriesOf, isObject, Parameter, Reference, source } from './azure/value.ts'
import type { Exporter } from './exporter.ts'
import { Lines } from './text/lines.ts'
import { powershellString } from './text/quote.ts'

/** The path of a thing after the resource group's. */
function pathOf(plan: AzurePlan, id: string): string {
  const place = plan.places.get(id)
  const [provider = '', ...collections] = (place?.type ?? '').split('/')
  const parts = collections.map((collection, index) => `${collection}/${place?.names[index] ?? ''}`)
  return `/providers/${provider}/${parts.join('/')}`
}

function write(lines: Lines, plan: AzurePlan, value: ArmValue, indent: string, before: string): void {
  const inner = `${indent}    `
  if (Array.isArray(value)) {
    lines.add(`${before}@(`)
    for (const item of value as readonly ArmValue[]) write(lines, plan, item, inner, inner)
    lines.add(`${indent})`)
  } else if (isObject(value)) {
    lines.from(value[source], () => {
      lines.add(`${before}@{`)
      for (const [name, item] of entriesOf(value)) write(lines, plan, item, inner, `${inner}${name} = `)
      lines.add(`${indent}}`)
    })
  } else lines.add(`${before}${scalar(plan, value)}`)
}

function scalar(plan: AzurePlan, value: ArmValue): string {
  if (value instanceof Reference) return `($group.ResourceId + ${powershellString(pathOf(plan, value.id))})`
  if (value instanceof Parameter) return value.name === 'location' ? '$location' : '$password'
  if (typeof value === 'boolean') return value ? '$true' : '$false'
  return typeof value === 'string' ? powershellString(value) : String(value)
}

function writeResource(lines: Lines, plan: AzurePlan, resource: AzureResource): void {
  const { id, name, parent, type, apiVersion, located, sku, zones, properties } = resource
  const own = parent === undefined ? '' : pathOf(plan, parent)
  const path = parent === undefined ? pathOf(plan, id) : `${own}/virtualNetworkPeerings/${name}`
  lines.gap().from(id.replace(/#.*$/, ''), () => {
    lines.add(`# ${type} ${name}`)
    write(lines, plan, properties, '', '$properties = ')
    lines.add('$resource = @{')
    lines.add(`    ResourceId = $group.ResourceId + ${powershellString(path)}`)
    lines.add(`    ApiVersion = ${powershellString(apiVersion)}`)
    if (located) lines.add('    Location = $location')
    if (sku) write(lines, plan, sku, '    ', '    Sku = ')
    if (zones) lines.add(`    Zone = @(${zones.map(powershellString).join(', ')})`)
    lines.add('    Properties = $properties').add('}')
    lines.add('New-AzResource @resource -Force | Out-Null')
  })
}

/** A PowerShell script that puts one resource after the other. */
export const powershell: Exporter = {
  id: 'powershell',
  title: 'Az PowerShell script',
  about: 'One New-AzResource per resource, with the properties as Azure spells them.',
  languages: ['powershell'],
  reads: ['scope', 'machines', 'findings'],
  export(document, options = {}) {
    const plan = withMembersNote(azurePlan(document, options))
    if (plan.resources.length === 0) return { files: [], notes: plan.notes }
    const notes = [
      ...plan.notes,
      'Each command replaces the whole resource if it exists: parts that are not named here are deleted.',
    ]
    const password = needsPassword(plan)
    const lines = new Lines()
    for (const line of headingOf(document, options, notes)) lines.add(`# ${line}`)
    lines.gap().add('param(')
    lines.add(`    [Parameter(Mandatory)] [string] $ResourceGroupName${password ? ',' : ''}`)
    if (password) lines.add('    [Parameter(Mandatory)] [securestring] $AdminPassword')
    lines.add(')').gap()
    lines.add("$ErrorActionPreference = 'Stop'")
    lines.add('$group = Get-AzResourceGroup -Name $ResourceGroupName')
    lines.add('$location = $group.Location')
    if (password) lines.add("$password = [System.Net.NetworkCredential]::new('', $AdminPassword).Password")
    for (const resource of plan.resources) writeResource(lines, plan, resource)
    return { files: [lines.file('deploy.ps1', 'powershell')], notes }
  },
}
