import { objectOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import { inLoop, nowhere, type Place } from './place.ts'
import type { Scope } from './scope.ts'

/** Whether a type is that of a nested or linked template. */
export const isDeployment = (type: string): boolean => /^microsoft\.resources\/deployments$/i.test(type)

/** The resources of a list or of an object keyed by symbolic name. */
export const declared = (resources: unknown): readonly unknown[] =>
  Array.isArray(resources) ? resources : Object.values(objectOf(resources))

/** A resource of the template by the name that the template itself gives it, with its number in a loop. */
function symbolic(
  scope: Scope,
  name: string,
): { readonly written: unknown; readonly place: Place } | undefined {
  const resources = valueAt(scope.template, 'resources')
  if (Array.isArray(resources)) return undefined
  const [, base = name, index] = /^(.*)\[(\d+)\]$/.exec(name) ?? []
  const written = valueAt(resources, base)
  if (written === undefined) return undefined
  const loop = String(valueAt(valueAt(written, 'copy'), 'name') ?? base)
  return { written, place: index === undefined ? nowhere : inLoop(nowhere, loop, Number(index)) }
}

/** Id, name and type of a resource by its symbolic name. */
export function resourceInfoOf(scope: Scope, name: string): unknown {
  const found = symbolic(scope, name)
  if (!found) return undefined
  const type = valueAt(found.written, 'type')
  const own = scope.evaluate(valueAt(found.written, 'name'), found.place)
  if (typeof type !== 'string' || typeof own !== 'string') return undefined
  return { id: scope.idOf(type, own), name: own, type }
}

/** The nested deployments of the template that are in no loop, by their names. */
const deploymentsOf = (scope: Scope) =>
  scope.remembered('deployments', () => {
    const named = new Map<string, unknown>()
    for (const written of declared(valueAt(scope.template, 'resources'))) {
      if (!isDeployment(String(valueAt(written, 'type'))) || valueAt(written, 'copy') !== undefined) continue
      const name = scope.evaluate(valueAt(written, 'name'))
      if (typeof name === 'string') named.set(name.toLowerCase(), written)
    }
    return named
  }) as ReadonlyMap<string, unknown> | undefined

/** The value of an output, or of one for each turn of its loop. */
function outputOf(inside: Scope, output: unknown): unknown {
  const loop = valueAt(output, 'copy')
  if (loop === undefined) return inside.evaluate(valueAt(output, 'value'))
  const count = inside.countOf(loop, nowhere)
  if (count instanceof Unresolved) return count
  return Array.from({ length: count }, (_, at) =>
    inside.evaluate(valueAt(loop, 'input'), inLoop(nowhere, '', at)),
  )
}

/** What a nested template puts out. Of everything else only Azure knows what is asked for. */
export function referenceOf(scope: Scope, name: string): unknown {
  const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase()
  const written = deploymentsOf(scope)?.get(last)
  const found = symbolic(scope, name) ?? (written === undefined ? undefined : { written, place: nowhere })
  if (!found || !isDeployment(String(valueAt(found.written, 'type')))) return undefined
  const inside = scope.inside(found.written, found.place)
  const declared = valueAt(valueAt(valueAt(found.written, 'properties'), 'template'), 'outputs')
  const outputs: Record<string, unknown> = Object.create(null)
  for (const [key, output] of Object.entries(objectOf(declared))) {
    // Evaluated when it is asked for: one output may need another deployment, which needs this one.
    const value = () =>
      scope.remembered(`reference('${last}').outputs.${key}`, () => inside && outputOf(inside, output))
    if (key !== '__proto__')
      outputs[key] = Object.defineProperty({}, 'value', { enumerable: true, get: value })
  }
  return inside && { outputs }
}
