import type { TopologyDocument } from '../../topology/document.ts'
import { walkFields } from '../../topology/field-walk.ts'
import { resolve } from '../../topology/model.ts'

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}

/** What a document holds and no format for Azure has a place for. */
export function notExpressed(document: TopologyDocument): readonly string[] {
  const model = resolve(document)
  const notes: string[] = []
  const say = (things: readonly { readonly name: string }[], text: string) => {
    if (things.length > 0) notes.push(`${text}: ${list(things.map(({ name }) => name))}.`)
  }
  const withGuest = [
    ...model.all('virtualMachine').filter(({ guest }) => guest !== undefined),
    ...model.all('networkInterface').filter(({ guest }) => guest !== undefined),
  ]
  say(withGuest, 'What is inside a guest is not part of Azure; see the formats for guests')
  say(model.all('loopbackInterface'), 'Loopback adapters are not part of Azure')
  say(model.all('listener'), 'Listeners are not part of Azure')
  const clusters = model
    .all('frontendIPConfiguration')
    .filter(({ guest }) => guest?.addressOwnership !== undefined)
  say(clusters, 'Who holds the address of a frontend is not part of Azure')
  say(model.all('client'), 'Clients are not created')
  say(
    model.all('privateLinkService'),
    'Private Link services are not written: the diagram does not hold the subnet that they need',
  )
  for (const [id, fields] of Object.entries(document.resources)) {
    const { unknown } = walkFields(id, fields)
    if (unknown.length > 0) {
      notes.push(`Floatpath does not know these fields of “${fields.name}” (${id}): ${unknown.join(', ')}.`)
    }
    const unresolved = Object.keys(fields.unresolved ?? {})
    if (unresolved.length > 0) {
      notes.push(`These fields of “${fields.name}” (${id}) have no value: ${unresolved.join(', ')}.`)
    }
  }
  const suppressions = document.suppressions ?? []
  if (suppressions.length > 0) notes.push(`Accepted findings are not part of Azure: ${suppressions.length}.`)
  return notes
}
