import type { GuestVerdict } from '../verdicts.ts'
import { identityIn, type ViewInput } from './common.ts'
import type { MarkView } from './view.ts'

const rank = { fails: 0, missing: 1, unknown: 2, answers: 3 } as const

function stateOf({ tone, lacksAddress }: GuestVerdict): MarkView['state'] {
  if (tone === 'ok') return 'answers'
  if (tone === 'neutral') return 'unknown'
  return lacksAddress ? 'missing' : 'fails'
}

const words: Record<MarkView['state'], (name: string) => string> = {
  answers: (name) => `${name} answers`,
  missing: (name) => `The address of ${name} is missing`,
  fails: (name) => `Packets for ${name} are lost`,
  unknown: (name) => `${name}: the guest is not described`,
}

/** One mark for each frontend whose packets reach a VM: the worst of its rules. */
export function marksOf(
  { model, identities }: ViewInput,
  verdicts: readonly GuestVerdict[],
): readonly MarkView[] {
  const states = new Map<string, MarkView['state']>()
  for (const verdict of verdicts) {
    const state = stateOf(verdict)
    const known = states.get(verdict.frontend)
    if (known === undefined || rank[state] < rank[known]) states.set(verdict.frontend, state)
  }
  return [...states].map(([frontend, state]) => ({
    frontend,
    ...identityIn(identities, frontend),
    state,
    title: words[state](model.nameOf(frontend)),
  }))
}

/** How many frontends a VM answers for. */
export function answerWords(marks: readonly MarkView[]): string {
  return `${marks.filter(({ state }) => state === 'answers').length} of ${marks.length} answer`
}

/** How that is to be taken: nobody knows of a guest that nobody described. */
export function answerTone(marks: readonly Pick<MarkView, 'state'>[]): 'ok' | 'bad' | 'unknown' {
  if (marks.some(({ state }) => state === 'fails' || state === 'missing')) return 'bad'
  return marks.every(({ state }) => state === 'answers') ? 'ok' : 'unknown'
}
