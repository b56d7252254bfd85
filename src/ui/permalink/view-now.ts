import type { ViewState } from '../../core/permalink/view-state.ts'
import { flowKey } from '../../core/simulator/intended/distinct.ts'
import type { Flow } from '../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { lookAt, viewNow } from '../canvas/viewport.ts'
import { showTheme } from '../saving/preferences.ts'
import { shownTheme } from '../saving/shown-theme.ts'
import { currentWatched, flowsOf } from '../store/derived.ts'
import { currentDocument } from '../store/document.ts'
import { setPlayer, useSession } from '../store/session.ts'

/** What the sender may send along. */
export interface SentAlong {
  /** What is selected, the packet with its hop, what is assumed, and the part of the canvas. */
  readonly look: boolean
  readonly theme: boolean
  /** Whether the diagram is sent to be looked at, or to be edited. */
  readonly mode: 'view' | 'edit'
}

/** What is looked at now. */
export function currentView({ look, theme, mode }: SentAlong): ViewState {
  const { selection, player, whatIf } = useSession.getState()
  const watched = look && (player.visible || player.flow) ? currentWatched() : undefined
  const selected = look ? selection.at(-1) : undefined
  const backend = watched?.trace?.backend
  const view = look ? viewNow() : undefined
  return {
    ...(selected === undefined ? {} : { selected }),
    ...(watched ? { flow: watched.flow, step: watched.step } : {}),
    ...(backend === undefined ? {} : { backend }),
    ...(look && whatIf.size > 0 ? { assumed: [...whatIf] } : {}),
    ...(theme ? { theme: shownTheme() } : {}),
    ...(mode === 'edit' ? { mode } : {}),
    ...(view ? { view } : {}),
  }
}

const has = ({ resources }: TopologyDocument, id: string) => Object.hasOwn(resources, id)

/** The flow as the diagram itself intends it, or one of the sender's own. */
function watch(flow: Flow): void {
  const key = flowKey(flow)
  const intended = flowsOf(currentDocument()).find((one) => flowKey(one) === key)
  setPlayer(intended ? { flow: intended } : { flow, free: flow })
}

/** Looks at the open diagram as the sender of a link did. Whatever is not in the diagram is left out. */
export function applyView({ selected, flow, backend, step, assumed, theme, view }: ViewState): void {
  const open = currentDocument()
  const machine = (id: string) => id.startsWith('virtualMachine/') && has(open, id)
  if (theme) showTheme(theme)
  if (selected !== undefined && has(open, selected)) useSession.setState({ selection: [selected] })
  const known = assumed?.filter(([id]) => machine(id)) ?? []
  if (known.length > 0) useSession.setState({ whatIf: new Map(known) })
  if (flow) {
    useSession.setState({ bottomTab: 'trace', bottomOpen: true })
    watch(flow)
    setPlayer({
      backend: backend !== undefined && machine(backend) ? backend : null,
      step: step ?? 0,
      playing: false,
      visible: true,
    })
  }
  if (view) lookAt(view)
}
