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

/** A row with nothing in it but a name and what it hangs on. */
function addPlain(type: ResourceType): void {
  const { commands, added } = addRows(currentDocument(), type, [{}])
  edit(`Add ${resourceDefinitions[type].noun}`, commands)
  select(added, { reveal: 'if-hidden', keepSheet: true })
}

/** The ways to add a row to a table, beside a row of it where one is chosen: what is made hangs on the same. */
export function rowAdditions(type: ResourceType, beside: string | undefined): readonly RowAddition[] {
  const parent: string | undefined = resourceDefinitions[type].parent
  const make = (kind: CreateKind) => () => {
    const document = currentDocument()
    const row = beside === undefined ? undefined : document.resources[beside]
    const owner = parent === undefined ? undefined : (row as Record<string, unknown> | undefined)?.[parent]
    carryOut(create(document, kind, typeof owner === 'string' ? { owner } : {}))
  }
  const { noun } = resourceDefinitions[type]
  if (type === 'frontendIPConfiguration') {
    return frontendKinds.map(([kind, label]) => ({ label, run: make(kind) }))
  }
  // A probe is dropped on a rule; a row of a table stands for itself.
  if (!isKind(type) || type === 'probe') return [{ label: `Add ${noun}`, run: () => addPlain(type) }]
  if (type !== 'loopbackInterface') return [{ label: `Add ${noun}`, run: make(type) }]
  return loopbackAdditions(beside)
}

/** A loopback adapter that holds one of the addresses that the guest lacks, or none. */
function loopbackAdditions(beside: string | undefined): readonly RowAddition[] {
  const document = currentDocument()
  const row = beside === undefined ? undefined : document.resources[beside]
  const owner = (row as { readonly virtualMachine?: string } | undefined)?.virtualMachine
  const result = create(document, 'loopbackInterface', owner === undefined ? {} : { owner })
  const plain = { label: 'Add loopback adapter', run: () => addPlain('loopbackInterface') }
  if ('refusal' in result) return [plain]
  const choices = 'choices' in result ? result.choices : [result]
  return [...choices.map((choice) => ({ label: choice.label, run: () => carryOut(choice) })), plain]
}
