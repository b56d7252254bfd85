import type { Resources, TopologyDocument } from '../topology/document.ts'
import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
} from './builder.ts'

/** How large a diagram is. */
export interface Size {
  readonly frontends: number
  readonly rules: number
  readonly machines: number
  /** Members of each pool; a VM is in one pool. */
  readonly members: number
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

const addressIn = (block: number, index: number) =>
  `10.${block}.${Math.floor(index / 250)}.${(index % 250) + 4}`

function poolOf(index: number, { machines, members }: Size): Resources {
  const [parts] = Object.values(
    pool(...numbers(members).map((member) => `vm${(index * members + member) % machines}`)),
  )
  return parts ? { [`backendAddressPool/pool${index}`]: { ...parts, name: `pool${index}` } } : {}
}

/** Windows VMs in pools of one size, and for each pool frontends whose floating rules its members serve. */
export function pooled(size: Size): TopologyDocument {
  const { frontends, rules, machines, members } = size
  const pools = Math.max(1, Math.floor(machines / members))
  const port = (rule: number) => 443 + Math.floor(rule / frontends)
  const ports = [8080, ...new Set(numbers(rules).map(port))].map(String)
  const frontendsOfPool = (index: number) => numbers(frontends).filter((one) => one % pools === index)
  return documentOf(
    `${rules} rules with ${members} members each`,
    loadBalancer(),
    network({ addressPrefix: '10.0.0.0/8' }, { addressPrefixes: ['10.0.0.0/8', '172.16.0.0/16'] }),
    probe('health', 8080),
    ...numbers(frontends).map((index) => internalFrontend(`fe${index}`, addressIn(1, index))),
    ...numbers(pools).map((index) => poolOf(index, size)),
    ...numbers(rules).map((index) =>
      balance(`rule${index}`, `fe${index % frontends}`, port(index), {
        backendAddressPool: `backendAddressPool/pool${(index % frontends) % pools}`,
        probe: 'probe/health',
      }),
    ),
    ...numbers(machines).map((index) =>
      machine(
        `vm${index}`,
        { address: addressIn(0, index), guest: { weakHostReceive: true } },
        {
          guest: { os: 'windows' },
          loopback: frontendsOfPool(Math.floor(index / members) % pools).map(
            (frontend) => `${addressIn(1, frontend)}/32`,
          ),
          listeners: ports,
        },
      ),
    ),
  )
}
