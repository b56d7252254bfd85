import { describe, expect, it } from 'vitest'
import { applyCommands } from '../edit/command.ts'
import { changesOf } from '../test-changes.ts'
import { typeOfId } from '../topology/resource-type.ts'
import { exporters } from './index.ts'
import { wide } from './test-wide.ts'

const azure = exporters.filter(({ id }) =>
  ['arm', 'bicep', 'terraform', 'azure-cli', 'powershell', 'rest', 'portal'].includes(id),
)

/** What notes speak of as a whole. */
const others = new Set(['loopbackInterface', 'listener', 'client', 'privateLinkService'])

/** Fields that a note names in other words. */
const inOtherWords: { readonly [field: string]: string } = {
  ipAddress: 'Azure chooses public IP addresses',
  adminState: 'admin state',
  noHealthyBackendsBehavior: 'when no backend is healthy',
  enableConnectionTracking: 'connection tracking',
}

/** One change of each field that Azure knows, as a document that is another one. */
const changed = [
  ...new Map(
    changesOf(wide).flatMap(({ text, command }) => {
      if (command.type !== 'resource.set' || /^guest\b/.test(command.path)) return []
      if (others.has(typeOfId(command.id) ?? '')) return []
      // What is absent already means this.
      if (command.value === false || JSON.stringify(command.value) === '[]') return []
      const document = applyCommands(wide, [command])
      if (JSON.stringify(document) === JSON.stringify(wide)) return []
      return [
        [
          `${command.id} ${command.path}`,
          { text, path: `${typeOfId(command.id)}s.${command.path}`, document },
        ] as const,
      ]
    }),
  ).values(),
]

describe.each(azure.map((one) => [one.id, one] as const))('%s', (_id, exporter) => {
  it('drops nothing silently: what changes in the diagram shows in the text or is in a note', () => {
    const before = exporter.export(wide)
    const textOf = ({ files, notes }: typeof before) =>
      [...files.map(({ text }) => text), ...notes].join('\n')
    const said = before.notes.join('\n')
    const isSaid = (path: string) =>
      path
        .split('.')
        .some((field) =>
          [field, inOtherWords[field]].some(
            (word) => word !== undefined && /^[a-z]/i.test(word) && said.includes(word),
          ),
        )
    const silent = changed.flatMap(({ text, path, document }) =>
      !isSaid(path) && textOf(exporter.export(document)) === textOf(before) ? [text] : [],
    )
    expect(silent).toEqual([])
  }, 120_000)
})
