import type { ResourceFields, TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { resourceDefinitions } from '../topology/resources/index.ts'
import type { Command } from './command.ts'
import { startDraft } from './draft.ts'
import { roomAfter } from './make-room.ts'
import { freeName } from './names.ts'
import { placesFor } from './places.ts'

type Values = { readonly [field: string]: unknown }

interface RowField {
  readonly required: boolean
  readonly fallback?: unknown
  readonly value: { readonly kind: string; readonly to?: readonly ResourceType[] }
}

/** What a new row hangs on where it does not say so: what its frontend does, else what others of its table do, else the only one. */
function parentFor(document: TopologyDocument, type: ResourceType, values: Values): string | undefined {
  const model = resolve(document)
  const parent: string | undefined = resourceDefinitions[type].parent
  if (parent === undefined) return undefined
  const field = (resourceDefinitions[type].fields as { readonly [name: string]: RowField })[parent]
  const to = field?.value.to?.[0]
  if (!to) return undefined
  for (const value of Object.values(values)) {
    if (typeof value !== 'string' || typeOfId(value) === undefined) continue
    const owner = (model.get(value) as unknown as Values | undefined)?.[parent]
    if (typeof owner === 'string' && model.get(owner)) return owner
  }
  const last = (model.all(type).at(-1) as unknown as Values | undefined)?.[parent]
  if (typeof last === 'string' && model.get(last)) return last
  const [only, ...more] = model.all(to)
  return more.length === 0 ? only?.id : undefined
}

/** Fields that a finished thing has and whose absence has a meaning: they are written out, as for what is drawn. */
function fallbacks(type: ResourceType): Values {
  const fields = Object.entries(resourceDefinitions[type].fields as { readonly [name: string]: RowField })
  return Object.fromEntries(
    fields.flatMap(([name, { required, fallback }]) =>
      required && fallback !== undefined ? [[name, fallback]] : [],
    ),
  )
}

/**
 * Adds things with just the values that are given, as rows of a table are, each with a name and what it hangs on.
 * Nothing else is brought along. They are placed where there is room.
 */
export function addRows(
  document: TopologyDocument,
  type: ResourceType,
  rows: readonly Values[],
): { readonly commands: readonly Command[]; readonly added: readonly string[] } {
  const draft = startDraft(document)
  const parent: string | undefined = resourceDefinitions[type].parent
  const added = rows.map((values) => {
    const owner = parent === undefined ? undefined : parentFor(draft.document(), type, values)
    const name =
      typeof values.name === 'string' && values.name !== ''
        ? values.name
        : freeName(draft.document(), type, resourceDefinitions[type].baseName)
    const fields = {
      name,
      ...(parent !== undefined && owner !== undefined ? { [parent]: owner } : {}),
      ...fallbacks(type),
      ...values,
    }
    return draft.add(type, { ...fields, name } as ResourceFields<typeof type>)
  })
  const [first] = added
  if (first === undefined) return { commands: [], added }
  draft.run({ type: 'layout.set', entries: placesFor(document, draft.document(), first, undefined) })
  draft.run({ type: 'layout.set', entries: roomAfter(document, draft.document()) })
  return { commands: draft.commands(), added }
}
