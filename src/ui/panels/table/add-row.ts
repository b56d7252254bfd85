import { addRows } from '../../../core/edit/add-rows.ts'
import { type CreateKind, type CreateResult, create, creators } from '../../../core/edit/create.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { currentDocument, edit } from '../../store/document.ts'
import { notify, select } from '../../store/session.ts'

/** A way to add a row. */
export interface RowAddition {
  readonly label: string
  readonly run: () => void
}

const frontendKinds: readonly (readonly [CreateKind, string])[] = [
  ['internalFrontend', 'Internal frontend IP'],
  ['publicFrontend', 'Public frontend IP'],
]

const isKind = (type: string): type is CreateKind => Object.hasOwn(creators, type)

function carryOut(result: CreateResult): void {
  if ('refusal' in result) return notify({ tone: 'refused', text: result.refusal })
  const [creation] = 'choices' in result ? result.choices : [result]
  if (!creation) return undefined
  edit(creation.label, creation.commands)
  return select([creation.created], { reveal: 'if-hidden', keepSheet: true })
}

/** Things of these types are dropped on others, which decides what they hold. A row of a table stands for itself. */
const plainTypes = new Set<ResourceType>(['probe', 'loopbackInterface', 'publicIPAddress'])

/** What a row hangs on. */
function ownerOf(type: ResourceType, row: string | undefined): { readonly [field: string]: string } {
  const parent: string | undefined = resourceDefinitions[type].parent
  if (parent === undefined || row === undefined) return {}
  const owner = (currentDocument().resources[row] as Record<string, unknown> | undefined)?.[parent]
  return typeof owner === 'string' ? { [parent]: owner } : {}
}

/** The ways to add a row to a table, beside a row of it where one is chosen: what is made hangs on the same. */
export function rowAdditions(type: ResourceType, beside: string | undefined): readonly RowAddition[] {
  const make = (kind: CreateKind) => () => {
    const [owner] = Object.values(ownerOf(type, beside))
    carryOut(create(currentDocument(), kind, owner === undefined ? {} : { owner }))
  }
  if (type === 'frontendIPConfiguration') {
    return frontendKinds.map(([kind, label]) => ({ label, run: make(kind) }))
  }
  const label = `Add ${resourceDefinitions[type].noun}`
  if (isKind(type) && !plainTypes.has(type)) return [{ label, run: make(type) }]
  return [
    {
      label,
      run: () => {
        const { commands, added } = addRows(currentDocument(), type, [ownerOf(type, beside)])
        edit(label, commands)
        select(added, { reveal: 'if-hidden', keepSheet: true })
      },
    },
  ]
}
