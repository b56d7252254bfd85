import * as z from 'zod/mini'
import type { TopologyDocument } from './document.ts'
import { fieldsSchema } from './field-schema.ts'
import { placeOfJsonError } from './json-place.ts'
import { layoutEntry } from './layout-schema.ts'
import { limits } from './limits.ts'
import { migrations } from './migrations.ts'
import { type ResourceType, typeOfId } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

/** Something that keeps a text from being a document. `path` is dotted and empty for the whole. */
export interface ParseProblem {
  readonly path: string
  readonly message: string
}

export type ParseResult =
  | { readonly ok: true; readonly document: TopologyDocument }
  | { readonly ok: false; readonly problems: readonly ParseProblem[] }

const mostProblems = 50

const refused = (path: string, message: string): ParseResult => ({ ok: false, problems: [{ path, message }] })

class Unusable extends Error {
  readonly path: string
  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

/**
 * A copy made of fresh plain objects and arrays, keys in their order.
 * Anything that JSON cannot hold, a `__proto__` key or too deep a nesting is refused.
 */
function copyPlain(value: unknown, path: string, depth: number): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Unusable(path, 'This number is not finite.')
    return value
  }
  if (typeof value !== 'object') throw new Unusable(path, `JSON cannot hold a ${typeof value}.`)
  if (depth >= limits.nesting) throw new Unusable(path, `More than ${limits.nesting} levels are nested here.`)
  if (Array.isArray(value)) return value.map((item, index) => copyPlain(item, `${path}.${index}`, depth + 1))
  const copy: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    const place = path === '' ? key : `${path}.${key}`
    if (key === '__proto__') throw new Unusable(place, 'A key of this name is not allowed.')
    copy[key] = copyPlain(item, place, depth + 1)
  }
  return copy
}

const envelope = z.looseObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  name: z.string(),
  resources: z.record(z.string(), z.looseObject({})),
  layout: z.optional(z.record(z.string(), layoutEntry)),
  suppressions: z.optional(
    z.array(z.looseObject({ rule: z.string(), resource: z.string(), reason: z.string() })),
  ),
})

/** The schema of one stored resource: its fields, all but the name optional, and what could not be evaluated. */
const resourceSchemas = new Map<ResourceType, z.ZodMiniType>()

function resourceSchema(type: ResourceType): z.ZodMiniType {
  const known = resourceSchemas.get(type)
  if (known) return known
  const schema = z.intersection(
    fieldsSchema(resourceDefinitions[type].fields),
    z.looseObject({ name: z.string(), unresolved: z.optional(z.record(z.string(), z.string())) }),
  )
  resourceSchemas.set(type, schema)
  return schema
}

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  record: 'an object',
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_type') {
    const expected = typeNames[issue.expected] ?? issue.expected
    return value === undefined ? `This is missing. It must be ${expected}.` : `This must be ${expected}.`
  }
  if (issue.code === 'too_small') return `This must be ${issue.minimum} or more.`
  if (issue.code === 'too_big') return `This must be ${issue.maximum} or less.`
  return 'This value is not allowed here.'
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = root
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key]
  return value
}

function check(schema: z.ZodMiniType, value: unknown, base: string, problems: ParseProblem[]): void {
  const result = schema.safeParse(value)
  if (result.success) return
  const seen = new Set<string>()
  for (const issue of result.error.issues) {
    const path = [...(base === '' ? [] : [base]), ...issue.path.map(String)].join('.')
    if (seen.has(path)) continue
    seen.add(path)
    problems.push({ path, message: describe(issue, valueAt(value, issue.path)) })
  }
}

function checkResources(resources: Record<string, unknown>, problems: ParseProblem[]): void {
  const ids = Object.keys(resources)
  if (ids.length > limits.resources) {
    const message = `A document holds ${limits.resources} resources at most; this one has ${ids.length}.`
    problems.push({ path: 'resources', message })
    return
  }
  for (const id of ids) {
    if (problems.length >= mostProblems) return
    const type = typeOfId(id)
    if (type) check(resourceSchema(type), resources[id], `resources.${id}`, problems)
    else problems.push({ path: `resources.${id}`, message: idProblem(id) })
  }
}

function idProblem(id: string): string {
  const [type = '', slug] = id.split('/')
  if (slug === undefined) return 'An id is a type and a name with a slash between them, such as probe/health.'
  if (!Object.hasOwn(resourceDefinitions, type)) return `Floatpath does not know the resource type “${type}”.`
  return 'The part after the slash may hold lower case letters, digits and single hyphens.'
}

/** Reads a document out of any value. It is accepted whole or refused with a list of places; nothing is changed in it. */
export function parseDocument(input: unknown): ParseResult {
  let value: unknown
  try {
    value = copyPlain(input, '', 0)
  } catch (error) {
    if (error instanceof Unusable) return refused(error.path, error.message)
    return refused('', 'This could not be read.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('', 'This is not a Floatpath document: a JSON object is expected.')
  }
  const versioned = value as { version?: unknown; resources?: unknown }
  if (versioned.resources === undefined || versioned.version === undefined) {
    return refused('', 'This is not a Floatpath document: “version” and “resources” are expected in it.')
  }
  const latest = migrations.length + 1
  const { version } = versioned
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refused('version', 'The version must be a whole number from 1 on.')
  }
  if (version > latest) {
    return refused(
      'version',
      `This document has version ${version}; this Floatpath reads up to version ${latest}.`,
    )
  }
  let migrated = value as Record<string, unknown>
  for (const migrate of migrations.slice(version - 1)) migrated = migrate(migrated)

  const problems: ParseProblem[] = []
  check(envelope, migrated, '', problems)
  if (problems.length === 0) checkResources(migrated.resources as Record<string, unknown>, problems)
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) }
  if (migrated.layout === undefined) migrated.layout = {}
  return { ok: true, document: migrated as unknown as TopologyDocument }
}

/** Reads a document out of JSON text of bounded length. */
export function parseDocumentText(text: string): ParseResult {
  if (text.length > limits.documentCharacters) {
    const megabytes = limits.documentCharacters / 1024 / 1024
    return refused('', `A document has ${megabytes} MB of text at most. This one is larger.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    const { line, column, reason } = placeOfJsonError(text)
    return refused('', `This is not JSON: line ${line}, column ${column}: ${reason}.`)
  }
  return parseDocument(value)
}
