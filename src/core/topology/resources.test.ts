import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Field, Fields } from './field.ts'
import { fieldSchema } from './field-schema.ts'
import {
  isIdOf,
  type ResourceType,
  resourceTypeNames,
  slugOfId,
  slugOfName,
  typeOfId,
} from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

const folder = fileURLToPath(new URL('resources', import.meta.url))
const definitions = resourceTypeNames.map((type) => resourceDefinitions[type])

/** Every field, those inside lists and objects too, with its dotted place. */
function fieldsIn(fields: Fields, base: string): [string, Field<unknown>][] {
  return Object.entries(fields).flatMap(([name, field]) => below(field, `${base}.${name}`))
}
function below(field: Field<unknown>, place: string): [string, Field<unknown>][] {
  const { value } = field
  if (value.kind === 'list') return [[place, field], ...below(value.item, `${place}[]`)]
  if (value.kind === 'object') return [[place, field], ...fieldsIn(value.fields, place)]
  return [[place, field]]
}
const everyField = definitions.flatMap(({ type, fields }) => fieldsIn(fields, type))

describe('the resource types', () => {
  it('are those of the folder', () => {
    const kebab = (type: string) =>
      type
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
        .toLowerCase()
    const files = readdirSync(folder).filter((file) => file !== 'index.ts' && !file.endsWith('.test.ts'))
    expect(resourceTypeNames.map((type) => `${kebab(type)}.ts`).sort()).toEqual(files.sort())
    expect(Object.keys(resourceDefinitions)).toEqual([...resourceTypeNames])
    for (const type of resourceTypeNames) {
      expect(readFileSync(`${folder}/${kebab(type)}.ts`, 'utf8')).toContain(
        `export const ${type} = defineResource`,
      )
    }
  })

  it.each(definitions)(
    '$type says its name, its words and its parent',
    ({ type, noun, plural, baseName, fields, ...rest }) => {
      expect(resourceDefinitions[type].type).toBe(type)
      expect(Object.keys(fields)[0]).toBe('name')
      expect(noun).not.toBe('')
      expect(plural).toMatch(/^[A-Z]/)
      expect(slugOfName(baseName)).toBe(baseName.toLowerCase())
      const parent = 'parent' in rest ? rest.parent : undefined
      if (parent === undefined) return
      const field = (fields as Fields)[parent]
      expect(field?.value.kind).toBe('reference')
      expect(field?.required).toBe(true)
    },
  )
})

describe('the fields', () => {
  it.each(everyField)('%s has a label, and a fallback that it could hold', (_, field) => {
    expect(field.label).toMatch(/^[A-Z]/)
    if (field.help !== undefined) expect(field.help).toMatch(/\.$/)
    const { value, fallback } = field
    if (fallback === undefined) return
    expect(fieldSchema(value).safeParse(fallback).success).toBe(true)
    if (value.kind === 'choice') expect(value.options).toContain(fallback)
    if (value.kind === 'integer') {
      expect(fallback).toBeGreaterThanOrEqual(value.minimum)
      expect(fallback).toBeLessThanOrEqual(value.maximum)
    }
  })

  it.each(everyField)('%s points at types that exist', (_, { value }) => {
    for (const type of value.kind === 'reference' ? value.to : []) expect(resourceTypeNames).toContain(type)
  })
})

describe('an id', () => {
  it.each<[string, ResourceType | undefined]>([
    ['probe/hp', 'probe'],
    ['probe/hp-2-b', 'probe'],
    ['ipConfiguration/10-0-0-4', 'ipConfiguration'],
    ['probe/', undefined],
    ['probe', undefined],
    ['/hp', undefined],
    ['probe/HP', undefined],
    ['probe/-hp', undefined],
    ['probe/hp-', undefined],
    ['probe/h--p', undefined],
    ['probe/h/p', undefined],
    ['probe/hp\n', undefined],
    ['toString/hp', undefined],
    ['Probe/hp', undefined],
  ])('%j has the type %s', (id, type) => {
    expect(typeOfId(id)).toBe(type)
    if (type) expect(isIdOf(id, type)).toBe(true)
    expect(isIdOf(id, 'client')).toBe(false)
  })

  it.each([
    ['Two TLS sites', 'two-tls-sites'],
    ['  SQL (prod)  ', 'sql-prod'],
    ['网', 'item'],
    ['', 'item'],
    ['--', 'item'],
    [`${'a'.repeat(59)}-b`, 'a'.repeat(59)],
  ])('for the name %j has the slug %s', (name, slug) => {
    expect(slugOfName(name)).toBe(slug)
    expect(slugOfId(`probe/${slug}`)).toBe(slug)
    expect(typeOfId(`probe/${slug}`)).toBe('probe')
  })
})
