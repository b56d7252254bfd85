import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import type { Flow } from '../simulator/trace.ts'
import { limits } from '../topology/limits.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { afterSealed, checkDigits, checkOf } from './envelope.ts'
import { linkPayloadFrom } from './link-payload.ts'

/** What somebody looks at in a diagram. It rides along in a link, apart from the document, and any of it may be absent. */
export interface ViewState {
  /** The id of the selected thing. */
  readonly selected?: string
  readonly flow?: Flow
  /** The VM whose packet is watched. */
  readonly backend?: string
  /** The index of the hop that the packet has reached. */
  readonly step?: number
  /** VMs whose probes are taken to be up or down. */
  readonly assumed?: readonly (readonly [virtualMachine: string, state: 'up' | 'down'])[]
  readonly theme?: 'light' | 'dark'
  /** The diagram was sent to be edited: the first edit makes a copy of it. Without it, it is looked at. */
  readonly mode?: 'edit'
  /** The middle of what is visible, and how near it is looked at. */
  readonly view?: { readonly x: number; readonly y: number; readonly zoom: number }
}

/** What a view state starts with, after the end of the document's part. */
const mark = 'v'
const mostCharacters = 4_000
const mostBytes = 16_384
const mostText = 300
const mostSteps = 1_000
const mostAssumed = 200

type Values = { readonly [name: string]: unknown }

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (values: Values, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined
const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= mostText ? value : undefined
const asNumber = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && value >= least && value <= most ? value : undefined
const asInteger = (value: unknown, most: number): number | undefined =>
  Number.isInteger(value) ? asNumber(value, 0, most) : undefined

/** A flow whose fields are what a flow's fields are; whether it means something is the simulator's to judge. */
function asFlow(value: unknown): Flow | undefined {
  if (!isValues(value)) return undefined
  const text = (name: string) => asText(own(value, name))
  const kind = own(value, 'kind')
  if (kind === 'probe') {
    const [probe, virtualMachine] = [text('probe'), text('virtualMachine')]
    return probe !== undefined && virtualMachine !== undefined ? { kind, probe, virtualMachine } : undefined
  }
  const [from, to, port] = [text('from'), text('to'), asInteger(own(value, 'port'), 65_535)]
  const protocol = own(value, 'protocol')
  if (from === undefined || to === undefined || port === undefined) return undefined
  if (protocol !== 'Tcp' && protocol !== 'Udp') return undefined
  const common = { from, to, port, protocol } as const
  if (kind === 'outbound') {
    const bind = text('bind')
    return { kind, ...common, ...(bind === undefined ? {} : { bind }) }
  }
  if (kind !== 'inbound' && kind !== 'hairpin' && kind !== 'routed') return undefined
  const [backend, sourcePort] = [text('backend'), asInteger(own(value, 'sourcePort'), 65_535)]
  return {
    kind,
    ...common,
    ...(sourcePort === undefined ? {} : { sourcePort }),
    ...(backend === undefined ? {} : { backend }),
  }
}

function asAssumed(value: unknown): ViewState['assumed'] {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostAssumed) return undefined
  const pairs = value.flatMap((pair): (readonly [string, 'up' | 'down'])[] => {
    if (!Array.isArray(pair)) return []
    const [machine, state] = [asText(pair[0]), pair[1]]
    return machine !== undefined && (state === 'up' || state === 'down') ? [[machine, state]] : []
  })
  return pairs.length > 0 ? pairs : undefined
}

function asView(value: unknown): ViewState['view'] {
  if (!isValues(value)) return undefined
  const { coordinate } = limits.layout
  const [x, y] = [own(value, 'x'), own(value, 'y')].map((one) => asNumber(one, -coordinate, coordinate))
  const zoom = asNumber(own(value, 'zoom'), 0.02, 2)
  return x === undefined || y === undefined || zoom === undefined ? undefined : { x, y, zoom }
}

/** What is understood of a value; everything else is left out. */
function readView(value: unknown): ViewState {
  if (!isValues(value)) return {}
  const theme = own(value, 'theme')
  const found: ViewState = {
    selected: asText(own(value, 'selected')),
    flow: asFlow(own(value, 'flow')),
    backend: asText(own(value, 'backend')),
    step: asInteger(own(value, 'step'), mostSteps),
    assumed: asAssumed(own(value, 'assumed')),
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    mode: own(value, 'mode') === 'edit' ? 'edit' : undefined,
    view: asView(own(value, 'view')),
  } as ViewState
  return Object.fromEntries(Object.entries(found).filter(([, part]) => part !== undefined))
}

/** What to put after the end of a link so that it opens with this view; nothing where there is nothing to look at. */
export function encodeView(state: ViewState): string {
  const view = readView(state)
  if (Object.keys(view).length === 0) return ''
  const bytes = deflateSync(strToU8(JSON.stringify(view)), { level: 9 })
  const payload = mark + toBase64url(bytes)
  return payload.length > mostCharacters ? '' : payload + checkOf(payload)
}

/** The view that rides along in a link. Whatever cannot be read of it is left out: the diagram opens all the same. */
export function decodeView(text: string): ViewState {
  const fragment = linkPayloadFrom(text.slice(0, 4 * limits.linkCharacters))
  const rest = fragment === undefined ? undefined : afterSealed(fragment)
  if (rest === undefined || !rest.startsWith(mark) || rest.length > mostCharacters + checkDigits) return {}
  const payload = rest.slice(0, -checkDigits)
  if (checkOf(payload) !== rest.slice(-checkDigits)) return {}
  const bytes = fromBase64url(payload.slice(mark.length))
  if (!bytes) return {}
  try {
    // Of a fixed size, so that no link makes us allocate what it asks for.
    const inflated = inflateSync(bytes, { out: new Uint8Array(mostBytes + 1) })
    if (inflated.length > mostBytes) return {}
    return readView(JSON.parse(strFromU8(inflated)))
  } catch {
    return {}
  }
}
