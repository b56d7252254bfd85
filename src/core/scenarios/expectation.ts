import type { Endpoint, Flow, Place, Reason, Verdict } from '../simulator/trace.ts'
import type { ExpectedFlow } from './scenario.ts'

type End = Pick<ExpectedFlow['expect'], 'verdict' | 'at' | 'reason' | 'securityRule'>

/** An inbound call that is answered. */
export const delivered: End = { verdict: 'delivered', at: 'client', reason: 'ok' }
/** A packet that reaches a server outside, or the other side of an appliance. */
export const arrived: End = { verdict: 'delivered', at: 'server', reason: 'ok' }
/** A probe that is answered. */
export const up: End = { verdict: 'up', at: 'lb', reason: 'ok' }
/** A call that never leaves its VM. */
export const local: End = { verdict: 'delivered-locally', at: 'socket', reason: 'hairpin-local' }

const ends =
  (verdict: Verdict) =>
  (at: Place, reason: Reason, securityRule?: string | null): End => ({
    verdict,
    at,
    reason,
    ...(securityRule === undefined ? {} : { securityRule }),
  })

export const dropped = ends('dropped')
export const down = ends('down')
export const refused = ends('refused')

/** `10.0.0.4:80`, `[fd00::4]:80`, or an address alone for any ephemeral port. */
function endpoint(text: string): Endpoint {
  const [, bracketed, plain, port] =
    /^(?:\[([^\]]+)\]|([^:]+|[^\]]*:[^\]]*:[^\]]*?))(?::(\d+))?$/.exec(text) ?? []
  return { address: bracketed ?? plain ?? text, port: port === undefined ? null : Number(port) }
}

/** What must become of a flow. A packet is `source > destination`. */
export function expects(flow: Flow, end: End, ...packets: readonly string[]): ExpectedFlow {
  const headers = packets.map((text) => {
    const [source = '', destination = ''] = text.split(' > ')
    return { source: endpoint(source), destination: endpoint(destination) }
  })
  return { flow, expect: { ...end, packets: headers } }
}

interface CallOptions {
  readonly protocol?: 'Tcp' | 'Udp'
  /** The slug of the VM to follow. */
  readonly backend?: string
  readonly sourcePort?: number
}

const callOf =
  <K extends 'inbound' | 'hairpin' | 'routed'>(kind: K) =>
  (from: string, called: string, { protocol = 'Tcp', backend, sourcePort }: CallOptions = {}) => {
    const { address, port } = endpoint(called)
    return {
      kind,
      from,
      to: address,
      port: port ?? 0,
      protocol,
      ...(backend === undefined ? {} : { backend: `virtualMachine/${backend}` }),
      ...(sourcePort === undefined ? {} : { sourcePort }),
    }
  }

/** A client calls `address:port`. */
export const inbound = callOf('inbound')
/** A member calls a frontend of its own. */
export const hairpin = callOf('hairpin')
/** A packet that a route sends through an appliance. */
export const routed = callOf('routed')

/** A probe asks a VM; both by their slugs. */
export const probing = (probe: string, machine: string): Flow => ({
  kind: 'probe',
  probe: `probe/${probe}`,
  virtualMachine: `virtualMachine/${machine}`,
})

/** A VM, by its slug, calls a server outside. */
export function outbound(machine: string, called: string, bind?: string): Flow {
  const { address, port } = endpoint(called)
  return {
    kind: 'outbound',
    from: `virtualMachine/${machine}`,
    to: address,
    port: port ?? 0,
    protocol: 'Tcp',
    ...(bind === undefined ? {} : { bind }),
  }
}
