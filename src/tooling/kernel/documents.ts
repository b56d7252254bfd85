import type { Scenario } from '../../core/scenarios/scenario.ts'
import type { Flow } from '../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { generateGuest } from './generate-guest.ts'

/** A document to check, and flows beyond those it is meant for. */
export interface Case {
  readonly name: string
  readonly document: TopologyDocument
  readonly flows: readonly Flow[]
}

const modules = import.meta.glob(['../../core/scenarios/**/*.ts', '!**/*.test.ts'], { eager: true })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function caseOf(value: unknown): Case[] {
  if (!isObject(value)) return []
  if (isObject(value.document) && Array.isArray(value.flows)) {
    const { id, document, flows } = value as unknown as Scenario
    return [{ name: id, document, flows: flows.map(({ flow }) => flow) }]
  }
  if (value.version !== 1 || !isObject(value.resources)) return []
  const document = value as unknown as TopologyDocument
  return [{ name: document.name, document, flows: [] }]
}

/** Every scenario of the product, once. */
export function scenarioCases(): readonly Case[] {
  const values = Object.values(modules).flatMap((module) => Object.values(module as object))
  const cases = values.flatMap((value) => (Array.isArray(value) ? value.flatMap(caseOf) : caseOf(value)))
  // A scenario and its document may both be exported; the one with flows says more.
  const sorted = cases.sort((a, b) => b.flows.length - a.flows.length)
  return [...new Map(sorted.reverse().map((one) => [one.document.resources, one])).values()]
}

/** So many generated guests, the same for the same first seed. */
export function generatedCases(count: number, seed: number): readonly Case[] {
  return Array.from({ length: count }, (_, index) => {
    const document = generateGuest(seed + index)
    return { name: document.name, document, flows: [] }
  })
}
