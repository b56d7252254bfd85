import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { parseDocumentText } from '../topology/parse.ts'
import { serializeDocument } from '../topology/serialize.ts'
import { applyCommands, type Command } from './command.ts'

const rule = 'loadBalancingRule/https-a'

/** Everything in a file with its value, in the order of the file. */
function entriesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} = ${JSON.stringify(value)}`]
  return Object.entries(value).flatMap(([key, inner]) => entriesOf(inner, `${path} > ${key}`))
}

const fileAfter = (commands: readonly Command[]) =>
  entriesOf(JSON.parse(serializeDocument(applyCommands(twoTlsSites, commands))), '')

describe('a file', () => {
  it.each<[string, Command, string[]]>([
    ['renamed', { type: 'document.rename', name: 'Other' }, [' > name = "Other"']],
    [
      'with a field changed',
      { type: 'resource.set', id: rule, path: 'enableFloatingIP', value: false },
      [` > resources > ${rule} > enableFloatingIP = false`],
    ],
    [
      'with a field more',
      { type: 'resource.set', id: rule, path: 'idleTimeoutInMinutes', value: 17 },
      [` > resources > ${rule} > idleTimeoutInMinutes = 17`],
    ],
    [
      'with one thing moved',
      { type: 'layout.set', entries: { 'virtualMachine/web1': { x: 8_888, y: 9_992 } } },
      [' > layout > virtualMachine/web1 > x = 8888', ' > layout > virtualMachine/web1 > y = 9992'],
    ],
  ])('%s differs in that only, and everything else keeps its order', (_, command, added) => {
    const [before, after] = [fileAfter([]), fileAfter([command])]
    expect(after.filter((entry) => !before.includes(entry))).toEqual(added)
    expect(after.filter((entry) => before.includes(entry))).toEqual(
      before.filter((entry) => after.includes(entry)),
    )
  })

  it('read and written again is the same, byte for byte', () => {
    const text = serializeDocument(twoTlsSites)
    const result = parseDocumentText(text)
    expect(result.ok && serializeDocument(result.document)).toBe(text)
  })
})
