import type { DocumentDiff } from './diff.ts'
import type { FieldChange } from './field-changes.ts'
import type { FlowChange, Outcome } from './flow-changes.ts'

/** What stands before a thing or a field that was added, removed or changed. */
export const signs = { added: '+', removed: '-', changed: '~', reordered: '~' } as const

/** How a flow changed, in a word or two. */
export const flowWords: Readonly<Record<FlowChange['kind'], string>> = {
  works: 'works now',
  breaks: 'breaks',
  unknown: 'not known any more',
  differs: 'fares differently',
  new: 'new',
  gone: 'no longer intended',
}

/** What became of a field: `Floating IP: on → off`. */
export function fieldText({ field, kind, before, after }: FieldChange): string {
  const place = field.join(', ')
  if (kind === 'reordered') return `${place}: in another order`
  if (kind === 'added') return `${place}: ${after}`
  if (kind === 'removed') return `${place}: ${before}`
  return `${place}: ${before} → ${after}`
}

/** How a flow fares: `answered`, or how many of its traces are and where the first other one ends. */
export function outcomeText({ answered, answeredTraces, traces, fails }: Outcome): string {
  if (answered === 'yes') return 'answered'
  const count = traces > 1 ? `${answeredTraces} of ${traces} answered; ` : ''
  if (!fails) return 'nothing to follow'
  const { backend, verdict, at, reason, note } = fails
  const where = backend === undefined ? '' : `${backend}: `
  return `${count}${where}${verdict} at ${at}, ${reason}${note === undefined ? '' : `: ${note}`}`
}

/** Whether two documents say the same. */
export function isSame({ document, things, moved, accepted, flows }: DocumentDiff): boolean {
  return document.length + things.length + moved + accepted.length + flows.changes.length === 0
}

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`

/** What changed, counted: the last line. */
export function summaryText({ things, moved, flows }: DocumentDiff): string {
  const ofThings = (kind: string) => things.filter((one) => one.kind === kind).length
  const ofFlows = (kind: FlowChange['kind']) => flows.changes.filter((one) => one.kind === kind).length
  const parts = [
    `${ofThings('added')} added`,
    `${ofThings('removed')} removed`,
    `${ofThings('changed')} changed`,
    ...(moved > 0 ? [`${moved} moved`] : []),
    counted(ofFlows('works'), 'flow works now', 'flows work now'),
    counted(ofFlows('breaks'), 'flow breaks', 'flows break'),
    `${counted(flows.unchanged, 'flow fares', 'flows fare')} as before`,
  ]
  return `${parts.join(', ')}.`
}
