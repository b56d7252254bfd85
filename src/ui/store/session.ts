import { create } from 'zustand'
import type { MemberProbe } from '../../core/import/health/facts.ts'
import type { AssumedProbes } from '../../core/simulator/assumed-probes.ts'
import type { Flow } from '../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'

/** The tabs of the bottom panel. */
export type BottomTab = 'problems' | 'trace' | 'reachability' | 'table' | 'code'
/** The tabs of the properties panel. */
export type PropertiesTab = 'properties' | 'guest' | 'problems'

/** The packet that is being watched. `step` is the index of the hop that the packet has reached. */
export interface Player {
  /** `null`: the first intended flow. */
  readonly flow: Flow | null
  /** A flow that somebody made up. It stays on offer until it is taken away, whatever flow is watched. */
  readonly free: Flow | null
  /** Whether the form of that flow is open. */
  readonly formOpen: boolean
  /** Whether the packet is shown with floating IP on and off side by side. */
  readonly comparing: boolean
  /** Which backend of the flow: the VM's id, or `null` for the first trace. */
  readonly backend: string | null
  readonly step: number
  readonly playing: boolean
  /** Hops per second are this times the normal pace. */
  readonly speed: number
  /** Whether the packet and the marks of its way are shown on the canvas. */
  readonly visible: boolean
}

/** Many packets played at once: those of a rule, or with `null` of every rule. */
export interface Swarm {
  readonly rule: string | null
}

/** How the packets of a swarm fare. */
export interface SwarmCounts {
  readonly total: number
  /** Lost or refused. */
  readonly bad: number
  /** There are no more than are shown. */
  readonly isAll: boolean
}

/**
 * A short message with, where it helps, something to press. An error stays until it is closed;
 * why a gesture did nothing (`refused`) and what was done (`info`) leave by themselves.
 */
export interface Notice {
  readonly id: number
  readonly tone: 'info' | 'refused' | 'error'
  readonly text: string
  readonly details?: readonly string[]
  readonly action?: {
    readonly label: string
    readonly run: () => void
    /** It is offered only as long as this is the document: it takes back the step that led to it. */
    readonly until?: TopologyDocument
  }
}

interface SessionState {
  /** Ids of what is selected; the last one is shown in the properties panel. */
  readonly selection: readonly string[]
  /** Dotted path of the field to show and focus, and a counter so that the same field can be asked for again. */
  readonly field: { readonly path: string; readonly count: number } | null
  readonly bottomTab: BottomTab
  readonly bottomOpen: boolean
  /** Whether the open bottom panel takes the height of the page, canvas and all. */
  readonly bottomFull: boolean
  readonly propertiesTab: PropertiesTab
  /** Below 1200 px the properties are a sheet that can be closed. */
  readonly propertiesOpen: boolean
  readonly player: Player
  /** The step of the guide, while it is open, and whether somebody asked for it. */
  readonly guide: { readonly step: number; readonly isAsked: boolean } | null
  readonly swarm: Swarm | null
  /** Absent until the packets of the swarm are found. */
  readonly swarmCounts: SwarmCounts | null
  /** A what-if: VMs whose probes are taken to be up or down, whatever the diagram says. */
  readonly whatIf: AssumedProbes
  /** What Azure's own health answers say of probes, since they were imported. */
  readonly measured: ReadonlyMap<string, MemberProbe>
  /** What is being dragged from the palette, so that the canvas can show where it may land. */
  readonly dragging: string | null
  /** A request to the canvas to bring a thing into view. */
  readonly reveal: { readonly id: string; readonly count: number; readonly onlyIfHidden: boolean } | null
  readonly notices: readonly Notice[]
  readonly dialog:
    | 'finder'
    | 'find'
    | 'import'
    | 'export'
    | 'link'
    | 'shortcuts'
    | 'templates'
    | 'lint-rules'
    | 'diagrams'
    | 'difference'
    | 'history'
    | null
}

/** What this tab looks at: never saved, shared or undone. */
export const useSession = create<SessionState>(() => ({
  selection: [],
  field: null,
  bottomTab: 'trace',
  bottomOpen: true,
  bottomFull: false,
  propertiesTab: 'properties',
  propertiesOpen: false,
  player: {
    flow: null,
    free: null,
    formOpen: false,
    comparing: false,
    backend: null,
    step: 0,
    playing: false,
    speed: 1,
    visible: false,
  },
  guide: null,
  swarm: null,
  swarmCounts: null,
  whatIf: new Map(),
  measured: new Map(),
  dragging: null,
  reveal: null,
  notices: [],
  dialog: null,
}))

let count = 0

interface SelectOptions {
  /** Shows and focuses the editor of this field. */
  readonly field?: string
  /** Brings the last thing into view, or only where it is not. */
  readonly reveal?: boolean | 'if-hidden'
  /** Leaves the sheet that the properties are on a narrow page as it is. */
  readonly keepSheet?: boolean
}

/** Selects things, and nothing else. */
export function select(ids: readonly string[], options: SelectOptions = {}): void {
  const last = ids.at(-1)
  count++
  useSession.setState({
    selection: ids,
    ...(options.keepSheet ? {} : { propertiesOpen: ids.length > 0 }),
    field: options.field === undefined ? null : { path: options.field, count },
    ...(options.field === undefined ? {} : { propertiesTab: 'properties' as const }),
    ...(options.reveal && last !== undefined
      ? { reveal: { id: last, count, onlyIfHidden: options.reveal === 'if-hidden' } }
      : {}),
  })
}

/** Changes the packet that is being watched. */
export function setPlayer(change: Partial<Player>): void {
  useSession.setState(({ player }) => ({ player: { ...player, ...change } }))
}

/** Shows the trace panel with a flow and starts it from the client. */
export function playFlow(flow: Flow, backend: string | null = null): void {
  useSession.setState(({ player }) => ({
    bottomTab: 'trace',
    bottomOpen: true,
    player: { ...player, flow, backend, comparing: false, step: 0, playing: true, visible: true },
  }))
}

/** Says something to the user, in place of the same message and of what was done before. */
export function notify(notice: Omit<Notice, 'id'>): void {
  count++
  const id = count
  const isOver = ({ tone, text }: Notice) => tone === notice.tone && (tone === 'info' || text === notice.text)
  useSession.setState(({ notices }) => ({
    notices: [...notices.filter((one) => !isOver(one)).slice(-2), { ...notice, id }],
  }))
}

/** Takes a message away. */
export function dismiss(id: number): void {
  useSession.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}
