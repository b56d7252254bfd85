import { frontendsCalled } from '../../../../core/simulator/frontend-rules.ts'
import { isPort } from '../../../../core/simulator/read-flow.ts'
import type { Flow } from '../../../../core/simulator/trace.ts'
import { familyOf } from '../../../../core/topology/address.ts'
import type { TopologyModel } from '../../../../core/topology/model.ts'
import type { ResourceType } from '../../../../core/topology/resource-type.ts'
import { flowBetween, membersCalled } from './flow-between.ts'

/** What stands in the fields of the form, as text. */
export interface Draft {
  readonly from: string
  readonly to: string
  readonly port: string
  readonly protocol: 'Tcp' | 'Udp'
  /** The address that the caller binds; empty where the guest's routes choose. */
  readonly bind: string
  /** The id of a VM, or empty for all that may get it. */
  readonly backend: string
}

export type DraftField = 'from' | 'to' | 'port' | 'bind'

export type ReadDraft =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly field: DraftField; readonly problem: string }

export const callerTypes = ['client', 'virtualMachine'] as const
export const calledTypes = ['frontendIPConfiguration'] as const

const emptyDraft: Draft = { from: '', to: '', port: '443', protocol: 'Tcp', bind: '', backend: '' }

/** What a thing is called in a field: its name, or its id where two have that name. */
export function textOf(model: TopologyModel, types: readonly ResourceType[], id: string): string {
  const named = types.flatMap((type) => model.all(type)).filter(({ name }) => name === model.get(id)?.name)
  return named.length === 1 ? (named[0]?.name ?? id) : id
}

/** A field's text as an id or an address; `undefined` where it is neither. */
function placeOf(model: TopologyModel, types: readonly ResourceType[], text: string): string | undefined {
  const things = types.flatMap((type) => model.all(type))
  const named = things.filter(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase())
  if (named.length > 0) return named[0]?.id
  return familyOf(text) && text
}

/** The same flow to the frontend that has the address, so that it follows it when that changes. */
export function byName(model: TopologyModel, flow: Flow): Flow {
  if (flow.kind === 'probe') return flow
  const frontends = frontendsCalled(model, flow.to)
  return frontends.length === 1 && frontends[0] ? { ...flow, to: frontends[0].id } : flow
}

/** A flow as the fields of the form show it. A probe has none of its own, so the form starts empty. */
export function draftOf(model: TopologyModel, flow: Flow | undefined): Draft {
  if (!flow || flow.kind === 'probe') return emptyDraft
  return {
    ...emptyDraft,
    from: textOf(model, callerTypes, flow.from),
    to: textOf(model, calledTypes, flow.to),
    port: String(flow.port),
    protocol: flow.protocol,
    bind: (flow.kind === 'outbound' && flow.bind) || '',
    backend: (flow.kind !== 'outbound' && flow.backend) || '',
  }
}

const wrong = (field: DraftField, problem: string): ReadDraft => ({ ok: false, field, problem })

/** The flow that the fields describe, or the first field that keeps them from it. */
export function readDraft(model: TopologyModel, draft: Draft): ReadDraft {
  const fromText = draft.from.trim()
  const toText = draft.to.trim()
  if (fromText === '') return wrong('from', 'Enter who calls: the name of a client or VM, or an address.')
  const from = placeOf(model, callerTypes, fromText)
  if (from === undefined) return wrong('from', `“${fromText}” is no client, VM or address.`)
  if (toText === '') return wrong('to', 'Enter what is called: the name of a frontend, or an address.')
  const to = placeOf(model, calledTypes, toText)
  if (to === undefined) return wrong('to', `“${toText}” is no frontend or address.`)
  const port = draft.port.trim() === '' ? Number.NaN : Number(draft.port)
  if (!isPort(port) || port === 0) return wrong('port', 'A port is a whole number from 1 to 65535.')
  const attempt = { from, to, port, protocol: draft.protocol }
  const flow = flowBetween(model, attempt)
  const bind = draft.bind.trim()
  if (flow.kind === 'outbound') {
    if (bind !== '' && !familyOf(bind)) return wrong('bind', `“${bind}” is no address.`)
    return { ok: true, flow: bind === '' ? flow : { ...flow, bind } }
  }
  const isCalled = membersCalled(model, to).some(({ virtualMachine }) => virtualMachine?.id === draft.backend)
  return { ok: true, flow: isCalled ? flowBetween(model, { ...attempt, backend: draft.backend }) : flow }
}
