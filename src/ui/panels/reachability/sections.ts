import type { ListedRule } from './listed-rules.ts'

/** Rules that share columns: the VMs that they may reach. */
export interface Section {
  readonly machines: readonly string[]
  readonly rules: readonly ListedRule[]
}

/** Up to this many columns, rules with different backends stand in one grid. */
const mostShared = 12

/** Puts rules with the same backends under the same columns. A small diagram has one section, one with many pools many. */
export function sectionsOf(rules: readonly ListedRule[]): readonly Section[] {
  const sections: { machines: Set<string>; rules: ListedRule[] }[] = []
  const byMachines = new Map<string, { machines: Set<string>; rules: ListedRule[] }>()
  for (const one of rules) {
    const key = one.machines.join(' ')
    let section = byMachines.get(key)
    if (!section) {
      section =
        sections.find(({ machines }) => one.machines.every((id) => machines.has(id))) ??
        sections.find(({ machines }) => new Set([...machines, ...one.machines]).size <= mostShared)
      if (!section) {
        section = { machines: new Set(), rules: [] }
        sections.push(section)
      }
      for (const id of one.machines) section.machines.add(id)
      byMachines.set(key, section)
    }
    section.rules.push(one)
  }
  return sections.map((section) => ({ machines: [...section.machines], rules: section.rules }))
}

/** The part of the sections that one page of rows shows. */
export function pageOf(sections: readonly Section[], page: number, size: number): readonly Section[] {
  let before = 0
  return sections.flatMap(({ machines, rules }) => {
    const from = Math.max(0, page * size - before)
    const to = Math.max(0, (page + 1) * size - before)
    before += rules.length
    const shown = rules.slice(from, to)
    return shown.length === 0 ? [] : [{ machines, rules: shown }]
  })
}
