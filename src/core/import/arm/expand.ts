import { limits } from '../../topology/limits.ts'
import type { AzureResource } from '../azure/azure-resource.ts'
import { type ImportNote, ImportRefusal, type MissingParameter } from '../importer.ts'
import { type Json, listOf, objectOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import { Budget } from './budget.ts'
import { inLoop, nowhere, type Place } from './place.ts'
import { declared, isDeployment } from './reference.ts'
import { Scope } from './scope.ts'

/** What a template declares once its loops, conditions and nested templates are expanded. */
export interface Expanded {
  readonly resources: AzureResource[]
  readonly notes: ImportNote[]
  readonly required: Map<string, MissingParameter>
}

const withoutChildren = (written: unknown): Json =>
  Object.fromEntries(
    Object.entries(objectOf(written)).filter(
      ([key]) => !['resources', 'copy', 'dependson'].includes(key.toLowerCase()),
    ),
  )

const isMachine = (type: string) => /^microsoft\.compute\/virtualmachines$/i.test(type)

/** What is read of a virtual machine. Its passwords and images are nobody's business here. */
const partsOfMachine = (written: unknown): Json => ({
  zones: valueAt(written, 'zones'),
  properties: { networkProfile: valueAt(valueAt(written, 'properties'), 'networkProfile') },
})

/** Expands a template. */
export function expandTemplate(template: Json, given: (name: string) => unknown): Expanded {
  const budget = new Budget()
  const result: Expanded = { resources: [], notes: [], required: new Map() }

  /** A value that others will look at all of: no larger than what is read. */
  const whole = (value: unknown): unknown => {
    budget.walk(value)
    return value
  }

  function one(scope: Scope, written: unknown, place: Place, parent?: { type: string; name: string }): void {
    const ownType = String(valueAt(written, 'type') ?? '')
    const short = parent !== undefined && !ownType.includes('.')
    const type = short ? `${parent.type}/${ownType}` : ownType
    const evaluated = whole(scope.evaluate(valueAt(written, 'name'), place))
    const ownName =
      evaluated instanceof Unresolved
        ? `<${evaluated.text.slice(1, -1)}>`.replaceAll('/', '.')
        : String(evaluated ?? '')
    const name = short ? `${parent.name}/${ownName}` : ownName
    if (valueAt(written, 'existing') === true) return
    if (ownType !== '' && ownName === '') {
      const message = 'Left out: it has no name.'
      result.notes.push({ kind: 'left-out', subject: type, message })
      return
    }
    const writtenCondition = valueAt(written, 'condition')
    const condition = writtenCondition === undefined ? true : whole(scope.evaluate(writtenCondition, place))
    if (condition === false || condition === 'false' || condition === 'False') {
      result.notes.push({
        kind: 'left-out',
        subject: `${type} ${name}`,
        message: `Left out: its condition ${writtenCondition} is false.`,
      })
      return
    }
    const uncertain =
      condition === true || /^true$/i.test(String(condition)) ? undefined : String(writtenCondition)
    if (isDeployment(type)) {
      nested(scope, written, place, name)
      return
    }
    const inner = declared(valueAt(written, 'resources'))
    if (/^microsoft\.(network|compute)\//i.test(type)) {
      const parts = isMachine(type) ? partsOfMachine(written) : withoutChildren(written)
      const body = whole(scope.evaluate(parts, place))
      if (result.resources.length >= limits.resources)
        throw new ImportRefusal('This template makes more resources than a diagram holds.')
      result.resources.push({
        type,
        id: scope.idOf(type, name),
        body: objectOf(body),
        ...(uncertain === undefined ? {} : { condition: uncertain }),
      })
    }
    for (const child of inner) repeated(scope, child, place, { type, name })
  }

  function repeated(
    scope: Scope,
    written: unknown,
    place: Place,
    parent?: { type: string; name: string },
  ): void {
    const loop = valueAt(written, 'copy')
    if (loop === undefined || Array.isArray(loop)) {
      one(scope, written, place, parent)
      return
    }
    const count = scope.countOf(loop, place)
    if (count instanceof Unresolved) {
      const subject = String(valueAt(written, 'name'))
      result.notes.push({
        kind: 'unresolved',
        subject,
        message: `Left out: the number of its copies, ${count.text}, is not known or is more than the 800 that Azure makes.`,
      })
      return
    }
    for (let index = 0; index < count; index += 1)
      one(scope, written, inLoop(place, String(valueAt(loop, 'name')), index), parent)
  }

  function nested(scope: Scope, written: unknown, place: Place, name: string): void {
    const properties = valueAt(written, 'properties')
    const template = valueAt(properties, 'template')
    if (typeof template !== 'object' || template === null) {
      result.notes.push({
        kind: 'unresolved',
        subject: name,
        message: 'A linked template: Floatpath fetches nothing, so what it makes is not known.',
      })
      return
    }
    const inside = scope.inside(written, place)
    if (inside && inside !== scope) {
      every(inside)
      return
    }
    const group = scope.evaluate(valueAt(written, 'resourceGroup'), place)
    const before = scope.resourceGroup
    if (typeof group === 'string') scope.resourceGroup = group
    for (const resource of declared(valueAt(template, 'resources'))) repeated(scope, resource, place)
    scope.resourceGroup = before
  }

  function every(scope: Scope): void {
    for (const resource of declared(valueAt(scope.template, 'resources'))) repeated(scope, resource, nowhere)
    for (const [name, parameter] of scope.required) result.required.set(name, parameter)
  }

  const root = new Scope(template, given, budget)
  every(root)
  for (const subject of root.circular)
    result.notes.push({
      kind: 'unresolved',
      subject,
      message: 'Refers to itself in the end, a circular reference, so it has no value. Azure refuses this.',
    })
  return result
}

/** Whether a value is an ARM template. */
export function isTemplate(value: unknown): boolean {
  const resources = valueAt(value, 'resources')
  const schema = valueAt(value, '$schema')
  if (typeof schema === 'string' && /deploymenttemplate\.json/i.test(schema)) return true
  return (
    valueAt(value, 'version') === undefined &&
    listOf(resources).some((item) => typeof valueAt(item, 'type') === 'string')
  )
}
