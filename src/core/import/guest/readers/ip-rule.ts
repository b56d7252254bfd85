import { listOf, valueAt } from '../../keys.ts'
import type { GuestFacts } from '../facts.ts'
import type { GuestReader } from '../reader.ts'

const own = new Set(['local', 'main', 'default'])

function add(facts: GuestFacts, from: string, table: string, hasMore: boolean): void {
  facts.os ??= 'linux'
  facts.hasSourceRules = true
  if (own.has(table)) return
  if (hasMore) facts.leftOut.push(`A routing rule from ${from} that looks at more than the source.`)
  else facts.sourceRules.push({ from: from === 'all' ? '*' : from, table })
}

/** `ip rule` and `ip -j rule`: which table of routes a source chooses. */
export const ipRule: GuestReader = {
  id: 'ip-rule',
  json(value, facts) {
    const items = listOf(value).filter((item) => valueAt(item, 'priority') !== undefined)
    for (const item of items) {
      const length = valueAt(item, 'srclen')
      const from = `${valueAt(item, 'src')}${length === undefined ? '' : `/${length}`}`
      const hasMore = Object.keys(item as object).some(
        (key) => !['priority', 'src', 'srclen', 'table', 'protocol'].includes(key),
      )
      add(facts, from, String(valueAt(item, 'table')), hasMore)
    }
    return items.length > 0
  },
  line(line, facts) {
    const [, from, more = '', table] = /^\d+:\s+from (\S+) (.*?)(?:lookup|table) (\S+)/.exec(line) ?? []
    if (!from || !table) return false
    add(facts, from, table, more.trim() !== '')
    return true
  },
}
