import { type ResourceType, slugOfName } from '../../topology/resource-type.ts'

/** The part of an Azure id that says what it is, in lower case: type and name, without subscription and group. */
export function tailOf(id: string): string {
  const plain = id
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '')
    .join('/')
  const at = plain.lastIndexOf('providers/')
  return at < 0 ? plain : plain.slice(at + 'providers/'.length)
}

/** Gives document ids to Azure resources: by name, and with the parent's name where several have one. */
export class Naming {
  private readonly wanted: { key: string; type: ResourceType; name: string; parent: string }[] = []
  private readonly known = new Set<string>()

  /** Announces a resource and what it is called. The same one may be announced again. */
  add(type: ResourceType, azureId: string, name: string): void {
    const key = tailOf(azureId)
    if (this.known.has(key)) return
    this.known.add(key)
    const parts = azureId.split('/').filter((part) => part !== '')
    this.wanted.push({ key, type, name, parent: parts.at(-3) ?? '' })
  }

  /** The id of each announced resource. */
  ids(): ReadonlyMap<string, string> {
    const counts = new Map<string, number>()
    for (const { type, name } of this.wanted) {
      const plain = `${type}/${slugOfName(name)}`
      counts.set(plain, (counts.get(plain) ?? 0) + 1)
    }
    const taken = new Set<string>()
    const ids = new Map<string, string>()
    for (const { key, type, name, parent } of this.wanted) {
      const plain = `${type}/${slugOfName(name)}`
      const base = counts.get(plain) === 1 ? plain : `${type}/${slugOfName(`${parent}-${name}`)}`
      let id = base
      for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
      taken.add(id)
      ids.set(key, id)
    }
    return ids
  }
}
