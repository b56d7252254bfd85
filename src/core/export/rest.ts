import { headingOf } from './azure/heading.ts'
import { withMembersNote } from './azure/members-note.ts'
import { pathOf } from './azure/places.ts'
import { type AzurePlan, azurePlan, documentIdOf } from './azure/plan.ts'
import { stepsFor } from './azure/steps-for.ts'
import { isMachine, type Step } from './azure/steps-since.ts'
import { type ArmObject, Parameter, source } from './azure/value.ts'
import { type JsonWords, writeJson } from './azure/write-json.ts'
import type { Exporter } from './exporter.ts'
import { Lines } from './text/lines.ts'

const group = '/subscriptions/{{subscription}}/resourceGroups/{{resourceGroup}}'

function wordsOf(plan: AzurePlan): JsonWords {
  return {
    text: (text) => text,
    reference: ({ id }) => {
      const place = plan.places.get(id)
      return place ? `${group}${pathOf(place)}` : ''
    },
    parameter: ({ name }) => `{{${name}}}`,
    // Two braces in the document's own text must not become a variable.
    escape: (text) => text.replaceAll('{{', '\\u007b\\u007b'),
  }
}

function writeCall(lines: Lines, { verb, plan, resource }: Step): void {
  const parent = resource.parent === undefined ? undefined : plan.places.get(resource.parent)
  const id = documentIdOf(resource)
  const path = pathOf({ type: resource.type, names: [...(parent?.names ?? []), resource.name] })
  lines.gap().from(id, () => {
    lines.add(`### ${resource.name}`)
    lines.add(
      `${verb.toUpperCase()} https://management.azure.com${group}${path}?api-version=${resource.apiVersion}`,
    )
    lines.add('Authorization: Bearer {{token}}')
    if (verb === 'delete') return
    lines.add('Content-Type: application/json').add('')
    const body: ArmObject = {
      [source]: id,
      location: resource.located ? new Parameter('location') : undefined,
      sku: resource.sku,
      zones: resource.zones,
      properties: resource.properties,
    }
    writeJson(lines, body, wordsOf(plan), '', '')
  })
}

/** Calls of the REST interface, in the form that HTTP clients of editors run. */
export const rest: Exporter = {
  id: 'rest',
  title: 'REST calls',
  about: 'One PUT per resource with its body, in the order in which they must be sent.',
  languages: ['http'],
  reads: ['scope', 'machines', 'findings', 'base'],
  export(document, options = {}) {
    const plan = withMembersNote(azurePlan(document, options))
    const base = options.base && azurePlan(options.base, options)
    const own = new Set<string>()
    const steps = stepsFor(plan, base, (text) => own.add(text))
    if (steps.length === 0) return { files: [], notes: [...plan.notes, ...own] }
    const notes = [
      ...plan.notes,
      ...own,
      'A PUT replaces the whole resource: parts that the body does not name are deleted. Wait until each call has succeeded before the next.',
    ]
    const lines = new Lines()
    for (const line of headingOf(document, options, notes)) lines.add(`# ${line}`)
    lines.gap().add('@subscription = <subscription id>').add('@resourceGroup = <resource group>')
    lines.add('@location = <location>').add('@token = <result of az account get-access-token>')
    if (steps.some(({ verb, resource }) => verb === 'put' && isMachine(resource)))
      lines.add('@adminPassword = <password of the administrator>')
    for (const step of steps) writeCall(lines, step)
    return { files: [lines.file(options.base ? 'change.http' : 'requests.http', 'http')], notes }
  },
}
