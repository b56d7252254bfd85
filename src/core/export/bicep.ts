import { needsPassword } from './azure/dependencies.ts'
import { headingOf } from './azure/heading.ts'
import { withMembersNote } from './azure/members-note.ts'
import { type AzurePlan, type AzureResource, azurePlan, documentIdOf } from './azure/plan.ts'
import { type ArmValue, entriesOf, isObject, Parameter, Reference, source } from './azure/value.ts'
import type { Exporter } from './exporter.ts'
import { Lines } from './text/lines.ts'
import { bicepString } from './text/quote.ts'

/** How a resource refers to another: by its symbol, and to a part of itself by a function. */
function referenceText(plan: AzurePlan, own: AzureResource, { id }: Reference): string {
  const place = plan.places.get(id)
  const root = [...plan.resources, ...plan.existing].find((one) => one.id === place?.root)
  if (!place || !root || root.id === own.id) {
    return `resourceId(${[place?.type ?? '', ...(place?.names ?? [])].map(bicepString).join(', ')})`
  }
  if (root.id === id) return `${root.symbol}.id`
  const [, , collection = ''] = place.type.split('/')
  return `'\${${root.symbol}.id}/${collection}/${bicepString(place.name).slice(1)}`
}

function write(
  lines: Lines,
  value: ArmValue,
  indent: string,
  before: string,
  refer: (reference: Reference) => string,
): void {
  if (Array.isArray(value)) {
    lines.add(`${before}[`)
    for (const item of value as readonly ArmValue[]) write(lines, item, `${indent}  `, `${indent}  `, refer)
    lines.add(`${indent}]`)
  } else if (isObject(value)) {
    lines.from(value[source], () => {
      const entries = entriesOf(value)
      if (entries.length === 0) {
        lines.add(`${before}{}`)
        return
      }
      lines.add(`${before}{`)
      for (const [name, item] of entries) write(lines, item, `${indent}  `, `${indent}  ${name}: `, refer)
      lines.add(`${indent}}`)
    })
  } else lines.add(`${before}${scalar(value, refer)}`)
}

function scalar(value: ArmValue, refer: (reference: Reference) => string): string {
  if (value instanceof Reference) return refer(value)
  if (value instanceof Parameter) return value.name
  return typeof value === 'string' ? bicepString(value) : String(value)
}

/** Naming a symbol is a dependency already, so none are listed. */
function writeResource(lines: Lines, plan: AzurePlan, resource: AzureResource): void {
  const refer = (reference: Reference) => referenceText(plan, resource, reference)
  const parent = plan.resources.find(({ id }) => id === resource.parent)
  lines.gap()
  lines.from(documentIdOf(resource), () => {
    lines.add(`resource ${resource.symbol} '${resource.type}@${resource.apiVersion}' = {`)
    if (parent) lines.add(`  parent: ${parent.symbol}`)
    lines.add(`  name: ${bicepString(resource.name)}`)
    if (resource.located) lines.add('  location: location')
    if (resource.sku) write(lines, resource.sku, '  ', '  sku: ', refer)
    if (resource.zones) write(lines, resource.zones, '  ', '  zones: ', refer)
    write(lines, resource.properties, '  ', '  properties: ', refer)
    lines.add('}')
  })
}

/** Bicep. */
export const bicep: Exporter = {
  id: 'bicep',
  title: 'Bicep',
  about: 'The same resources as the ARM template, in the language that Microsoft recommends.',
  languages: ['bicep'],
  reads: ['scope', 'machines', 'findings'],
  export(document, options = {}) {
    const plan = withMembersNote(azurePlan(document, options))
    if (plan.resources.length === 0) return { files: [], notes: plan.notes }
    const lines = new Lines()
    for (const line of headingOf(document, options, plan.notes)) lines.add(`// ${line}`)
    lines.gap().add("@description('Where the resources are created.')")
    lines.add('param location string = resourceGroup().location')
    if (needsPassword(plan)) {
      lines.gap().add("@description('Password of the administrator of every machine.')")
      lines.add('@secure()').add('param adminPassword string')
    }
    for (const { id, symbol, type, apiVersion, name } of plan.existing) {
      lines.gap().from(id, () => {
        lines.add(`resource ${symbol} '${type}@${apiVersion}' existing = {`)
        lines.add(`  name: ${bicepString(name)}`).add('}')
      })
    }
    for (const resource of plan.resources) writeResource(lines, plan, resource)
    return { files: [lines.file('main.bicep', 'bicep')], notes: plan.notes }
  },
}
