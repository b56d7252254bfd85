import type { Flow } from '../trace.ts'

/** What tells one flow from another, the same text in every document. */
export function flowKey(flow: Flow): string {
  if (flow.kind === 'probe') return `probe ${flow.probe} ${flow.virtualMachine}`
  const { kind, from, to, port, protocol } = flow
  const rest = flow.kind === 'outbound' ? flow.bind : flow.backend
  return JSON.stringify([kind, from, to, port, protocol, rest])
}

/** Each flow once, where it comes first. */
export function* distinct<F extends Flow>(flows: Iterable<F>): Generator<F, void> {
  const seen = new Set<string>()
  for (const flow of flows) {
    const key = flowKey(flow)
    if (seen.has(key)) continue
    seen.add(key)
    yield flow
  }
}
