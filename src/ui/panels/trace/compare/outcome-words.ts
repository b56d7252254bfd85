import type { Trace } from '../../../../core/simulator/trace.ts'

const answers = ({ verdict }: Trace) => verdict === 'delivered' || verdict === 'delivered-locally'

/** What floating IP changes for a packet, in a few words after the rule's name. */
export function outcomeWords(on: Trace, off: Trace): string {
  if (on.verdict === 'unknown' || off.verdict === 'unknown') return 'depends on a guest nobody has described'
  if (answers(on)) return answers(off) ? 'is answered either way' : 'is answered with floating IP on only'
  return answers(off) ? 'is answered with floating IP off only' : 'is answered neither way'
}
