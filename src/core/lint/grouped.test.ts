import { describe, expect, it } from 'vitest'
import type { Diagnostic } from './diagnostic.ts'
import { grouped, hasCircle, rulesOfGroups } from './grouped.ts'
import { lintRules } from './rules/index.ts'

const finding = (
  rule: string,
  resource: string,
  severity: Diagnostic['severity'] = 'error',
  ...related: readonly string[]
): Diagnostic => ({
  rule,
  severity,
  class: 'traffic',
  resource,
  related,
  message: '',
  confidence: 'documented',
  fixes: [],
})

const shape = (diagnostics: readonly Diagnostic[]) =>
  grouped(diagnostics).map(({ cause, consequences }) => [cause.rule, consequences.map(({ rule }) => rule)])

describe('findings that follow from others', () => {
  it.each<readonly [string, readonly Diagnostic[], unknown]>([
    ['nothing', [], []],
    [
      'on the same thing',
      [finding('reference-dangling', 'a'), finding('probe-missing', 'a', 'warning')],
      [['reference-dangling', ['probe-missing']]],
    ],
    [
      'through a related thing, whatever the order',
      [
        finding('guest-firewall-blocks-probe', 'p', 'error', 'vm'),
        finding('probe-port-closed', 'q', 'error', 'vm'),
      ],
      [['probe-port-closed', ['guest-firewall-blocks-probe']]],
    ],
    [
      'on another thing',
      [finding('reference-dangling', 'a'), finding('probe-missing', 'b', 'warning')],
      [
        ['reference-dangling', []],
        ['probe-missing', []],
      ],
    ],
    [
      'worse than what would explain it',
      [finding('field-missing', 'a'), finding('value-unresolved', 'a', 'info')],
      [
        ['field-missing', []],
        ['value-unresolved', []],
      ],
    ],
    [
      'a chain under its beginning',
      [
        finding('probe-reply-leaves-other-interface', 'a'),
        finding('reply-leaves-other-interface', 'a'),
        finding('strict-reverse-path-filter', 'a'),
      ],
      [
        [
          'strict-reverse-path-filter',
          ['probe-reply-leaves-other-interface', 'reply-leaves-other-interface'],
        ],
      ],
    ],
    [
      'without a line in the table',
      [finding('guest-address-missing', 'a'), finding('name-invalid', 'a')],
      [
        ['guest-address-missing', []],
        ['name-invalid', []],
      ],
    ],
  ])('%s', (_, diagnostics, expected) => {
    expect(shape(diagnostics)).toEqual(expected)
  })

  it('are named by lint rules that exist, and never in a circle', () => {
    const ids = lintRules.map(({ id }) => id)
    expect(rulesOfGroups.filter((rule) => !ids.includes(rule))).toEqual([])
    expect(hasCircle()).toBe(false)
  })
})
