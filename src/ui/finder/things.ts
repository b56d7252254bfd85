import { guestVerdictWords } from '../../core/drawing/views/guest-rows.ts'
import { verdictWords } from '../../core/drawing/views/load-balancing-rule.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { typeOfId } from '../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../core/topology/resources/index.ts'
import { nodeOf } from '../canvas/node-of.ts'
import { focusNode } from '../canvas/viewport.ts'
import { openProblem, problemKey } from '../panels/problems/go-to-problem.ts'
import { flowOptions } from '../panels/trace/flow-options.ts'
import { diagnosticsOf } from '../store/derived.ts'
import { currentDocument } from '../store/document.ts'
import { useLatestVerdicts } from '../store/latest-verdicts.ts'
import { playFlow, select } from '../store/session.ts'
import type { Entry } from './found.ts'

/** Whether a text of a resource says something about it: references to others are ids and do not. */
const says = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && !value.includes('/'))

/** Addresses, prefixes, ports and words of a resource, without its references. */
function valuesOf(fields: unknown): readonly (string | number)[] {
  if (says(fields)) return [fields]
  if (typeof fields === 'string') return /^[\d.a-f:]+\/\d+$/i.test(fields) ? [fields] : []
  if (typeof fields !== 'object' || fields === null) return []
  return Object.values(fields).flatMap(valuesOf)
}

const addressLike = /^(?:\d+\.\d+\.\d+\.\d+|[\da-f]*:[\da-f:]+)(?:\/\d+)?$/i

/** Selects a thing, brings it into view, and gives its node the keyboard. */
function show(id: string): void {
  select([id], { reveal: true })
  const node = nodeOf(resolve(currentDocument()), id)
  if (node !== undefined) focusNode(node, true)
}

const worstFirst = { bad: 0, neutral: 1, ok: 2 } as const

/** What the nodes of rules and machines say of their packets, the worst first, and in the trace's own words. */
function verdictsOfThing(id: string): { readonly said?: string; readonly text: readonly string[] } {
  const { ruleVerdicts, guestVerdicts } = useLatestVerdicts.getState()
  const rule = ruleVerdicts.get(id)
  if (rule) return { said: verdictWords(rule), text: [verdictWords(rule)] }
  const guest = [...(guestVerdicts.get(id) ?? [])].sort(
    (one, other) => worstFirst[one.tone] - worstFirst[other.tone],
  )
  const lines = guest.map(guestVerdictWords)
  const [said] = lines
  return { ...(said ? { said } : {}), text: [...lines, ...guest.map(({ verdict }) => verdict)] }
}

/** Everything in the diagram: found by name, kind, address, port, id or verdict; choosing one selects and shows it. */
export function thingsOf(document: TopologyDocument): readonly Entry[] {
  return Object.entries(document.resources).flatMap(([id, fields]) => {
    const type = typeOfId(id)
    if (!type) return []
    const { noun } = resourceDefinitions[type]
    const values = valuesOf(fields)
    const address = values.find((value) => typeof value === 'string' && addressLike.test(value))
    const port = 'port' in fields && typeof fields.port === 'number' ? `port ${fields.port}` : undefined
    const { said, text } = verdictsOfThing(id)
    return [
      {
        id,
        label: fields.name,
        detail: [noun, address, port, said].filter(Boolean).join(' · '),
        text: [fields.name, noun, id, ...values, ...text].join(' ').toLowerCase(),
        type,
        run: () => show(id),
      },
    ]
  })
}

/** Every problem: found by its words, its lint rule or its thing; choosing one opens it. */
export function problemsOf(document: TopologyDocument): readonly Entry[] {
  const model = resolve(document)
  return diagnosticsOf(document).map((diagnostic) => ({
    id: problemKey(diagnostic),
    label: diagnostic.message,
    detail: diagnostic.rule,
    text: [diagnostic.message, diagnostic.rule, diagnostic.severity, model.nameOf(diagnostic.resource)]
      .join(' ')
      .toLowerCase(),
    run: () => openProblem(diagnostic),
  }))
}

const verdicts = {
  ok: 'answered',
  bad: 'not answered',
  warn: 'answered by some',
  neutral: 'unknown',
} as const

/** Every intended packet: found by who calls what, and by its verdict; choosing one plays it. */
export function packetsOf(document: TopologyDocument): readonly Entry[] {
  return flowOptions(document).flatMap(({ options }) =>
    options.map(({ key, label, flow, backend, tone }) => {
      const verdict = tone && verdicts[tone]
      return {
        id: key,
        label,
        ...(verdict ? { detail: verdict } : {}),
        text: `${label} ${verdict ?? ''}`.toLowerCase(),
        run: () => playFlow(flow, backend),
      }
    }),
  )
}
