import type { BackendReachability, RuleReachability } from '../../../core/simulator/summary.ts'
import { currentWatched } from '../../store/derived.ts'
import { currentDocument } from '../../store/document.ts'
import { setPlayer, useSession } from '../../store/session.ts'
import { keepFocus } from '../keep-focus.ts'
import { cellFlow } from './cell-flow.ts'

/** Shows the trace behind a cell, at the place where it ends. */
export function openCell(ruleId: string, { client }: RuleReachability, backend: BackendReachability): void {
  const flow = client === undefined ? undefined : cellFlow(currentDocument(), ruleId, client, backend)
  if (!flow) return
  keepFocus()
  setPlayer({
    flow,
    backend: backend.virtualMachine,
    formOpen: false,
    comparing: false,
    playing: false,
    visible: true,
    step: 0,
  })
  setPlayer({ step: Math.max(0, (currentWatched()?.trace?.hops.length ?? 1) - 1) })
  useSession.setState({ bottomTab: 'trace', bottomOpen: true })
}
