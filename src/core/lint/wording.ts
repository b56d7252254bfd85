import type { TopologyModel } from '../topology/model.ts'

/** "web1", "web1 and web2", "web1, web2 and web3", "web1, web2, web3 and 4 more". */
export function naming(names: readonly string[]): string {
  const unique = [...new Set(names)]
  const shown = unique.slice(0, 3)
  const rest = unique.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

/** The names of some things, the first three and then a count. */
export function namesOf(model: TopologyModel, ids: readonly string[]): string {
  return naming([...new Set(ids)].map((id) => model.nameOf(id)))
}

/** `one` for a single thing, else `several`. */
export function plural(count: number, one: string, several: string): string {
  return count === 1 ? one : several
}

/** "TCP 443". */
export function portText({ protocol, port }: { readonly protocol: string; readonly port: number }): string {
  return `${protocol === 'Tcp' || protocol === 'Udp' ? protocol.toUpperCase() : protocol} ${port}`
}
