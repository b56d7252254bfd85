import type { TopologyModel } from '../topology/model.ts'
import type { Fix } from './diagnostic.ts'
import { createDraft, type Draft } from './draft.ts'

interface Repair<Item> {
  /** The related resource that an item is about. Items of one thing are repaired together. */
  readonly thing: (item: Item) => string
  readonly label: (thing: string) => string
  readonly labelForAll: string
  readonly edit: (draft: Draft, item: Item) => void
}

/** One repair of the document as a whole; none where it comes to nothing. */
export function fixOf(
  model: TopologyModel,
  label: string,
  edit: (draft: Draft) => void,
  thing?: string,
): readonly Fix[] {
  const draft = createDraft(model)
  edit(draft)
  if (draft.commands.length === 0) return []
  return [{ label, commands: draft.commands, ...(thing === undefined ? {} : { thing }) }]
}

/** One repair per related thing, plus one for all where there are several. */
export function fixesFor<Item>(
  model: TopologyModel,
  items: readonly Item[],
  { thing, label, labelForAll, edit }: Repair<Item>,
): readonly Fix[] {
  const byThing = new Map<string, Item[]>()
  for (const item of items) {
    const known = byThing.get(thing(item))
    if (known) known.push(item)
    else byThing.set(thing(item), [item])
  }
  const single = [...byThing].flatMap(([id, own]) =>
    fixOf(
      model,
      label(id),
      (draft) => {
        for (const item of own) edit(draft, item)
      },
      id,
    ),
  )
  if (byThing.size < 2) return single
  return [
    ...fixOf(model, labelForAll, (draft) => {
      for (const item of items) edit(draft, item)
    }),
    ...single,
  ]
}
