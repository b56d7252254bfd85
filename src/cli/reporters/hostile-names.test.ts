import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../core/lint/diagnostic.ts'
import { emptyDocument } from '../../core/topology/document.ts'
import { traceText } from '../trace-text.ts'
import { markdown } from './markdown.ts'
import { text } from './text.ts'

const hostile = '<img src=x>|@team [a](https://b.c)\n# *big* `code`\u001b[2J\u009b'

const finding: Diagnostic = {
  rule: 'guest-unknown',
  severity: 'error',
  class: 'traffic',
  resource: 'virtualMachine/a',
  path: `guest.${hostile}`,
  related: [],
  message: `${hostile} drops packets.`,
  confidence: 'documented',
  fixes: [{ label: `Mend ${hostile}`, commands: [] }],
}

const checked = [
  {
    file: `${hostile}.json`,
    text: '',
    document: { ...emptyDocument(), name: hostile },
    diagnostics: [finding],
    suppressed: [],
  },
]

const controls = /[^\P{Cc}\n]/u

describe('hostile names', () => {
  it('cannot reach the terminal or begin a line in text', () => {
    const printed = text(checked, { base: '' })
    expect(printed).not.toMatch(controls)
    expect(printed.split('\n')).toHaveLength(4)
  })

  it('cannot begin a line in a trace', () => {
    const flow = { kind: 'probe', probe: hostile, virtualMachine: hostile } as const
    const printed = traceText([{ flow, traces: [], problem: hostile }])
    expect(printed).not.toMatch(controls)
    expect(printed.split('\n')).toHaveLength(2)
  })

  it('stay text in Markdown', () => {
    const printed = markdown(checked, { base: '' })
    expect(printed).not.toMatch(controls)
    const [heading, , , , row] = printed.split('\n')
    expect(heading).toMatch(
      /^## &lt;img src=x&gt;\\\|&#64;team \\\[a\\\]\(https:&#47;&#47;b\.c\) # \\\*big\\\* \\`code\\`/,
    )
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(5)
    expect(row).not.toMatch(/[<>@]/)
  })
})
