import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { lint } from './lint.ts'

const report = (document: TopologyDocument) =>
  lint(document)
    .map(({ severity, class: kind, rule, resource, related, path, message, fixes }) =>
      [
        `${severity} ${kind} ${rule}`,
        `  at ${resource}${path === undefined ? '' : ` ${path}`}`,
        ...(related.length > 0 ? [`  with ${related.join(' ')}`] : []),
        `  ${message}`,
        ...fixes.map(({ label }) => `  > ${label}`),
        '',
      ].join('\n'),
    )
    .join('\n')

describe('findings of the scenarios', () => {
  it.each(scenarios.map(({ id, document }) => [id, document] as const))('%s', async (id, document) => {
    await expect(report(document)).toMatchFileSnapshot(`__golden__/${id}.txt`)
  })

  it.each(scenarios.map(({ id, document, refusedWith = [] }) => [id, document, refusedWith] as const))(
    '%s has the codes with which Azure refuses it, and no others',
    (_id, document, refusedWith) => {
      const codes = lint(document).flatMap(({ armCode }) => armCode ?? [])
      expect([...new Set(codes)].sort()).toEqual([...refusedWith].sort())
    },
  )
})
