import { listOf, valueAt } from '../../keys.ts'
import type { GuestReader } from '../reader.ts'

/** `ip route show table all`, as text or JSON: by which interface each table leaves. */
export const ipRoute: GuestReader = {
  id: 'ip-route',
  json(value, facts) {
    const items = listOf(value).filter(
      (item) => typeof valueAt(item, 'dst') === 'string' && typeof valueAt(item, 'dev') === 'string',
    )
    for (const item of items) {
      if (valueAt(item, 'dst') !== 'default') continue
      facts.defaultRoutes.push({
        table: String(valueAt(item, 'table') ?? 'main'),
        device: String(valueAt(item, 'dev')),
        metric: Number(valueAt(item, 'metric') ?? 0),
      })
    }
    return items.length > 0
  },
  line(line, facts) {
    if (
      !/^(default|[\da-f.:]+(\/\d+)?|(local|broadcast|multicast|anycast|unreachable) \S+) .*\bdev \S+/.test(
        line,
      )
    )
      return false
    const [, device] = /\bdev (\S+)/.exec(line) ?? []
    const [, table = 'main'] = /\btable (\S+)/.exec(line) ?? []
    const [, metric = '0'] = /\bmetric (\d+)/.exec(line) ?? []
    if (line.startsWith('default') && device)
      facts.defaultRoutes.push({ table, device, metric: Number(metric) })
    return true
  },
}
