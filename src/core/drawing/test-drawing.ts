import type { Diagnostic } from '../lint/diagnostic.ts'
import { lint } from '../lint/lint.ts'
import { reachability } from '../simulator/summary.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { identitiesOf } from '../topology/identity.ts'
import { resolve } from '../topology/model.ts'
import type { DrawingInput } from './to-drawing.ts'
import { verdictsOf } from './verdicts.ts'

/** What the page gives to the canvas for a document. */
export function drawingInput(document: TopologyDocument, expanded: readonly string[] = []): DrawingInput {
  const diagnosticsById = new Map<string, Diagnostic[]>()
  for (const diagnostic of lint(document)) {
    for (const id of new Set([diagnostic.resource, ...diagnostic.related])) {
      diagnosticsById.set(id, [...(diagnosticsById.get(id) ?? []), diagnostic])
    }
  }
  const facts = {
    identities: identitiesOf(document),
    diagnosticsById,
    ...verdictsOf(resolve(document), reachability(document)),
  }
  return { document, facts, expanded: new Set(expanded) }
}

/** A pool with this many VMs, all of them in one subnet. */
export function manyMachines(count: number): TopologyDocument {
  const resources: Record<string, unknown> = {
    'virtualNetwork/v': { name: 'v', addressPrefixes: ['10.0.0.0/16'] },
    'subnet/s': { name: 's', virtualNetwork: 'virtualNetwork/v', addressPrefix: '10.0.0.0/16' },
    'loadBalancer/lb': { name: 'lb', sku: 'Standard' },
    'frontendIPConfiguration/f': {
      name: 'f',
      loadBalancer: 'loadBalancer/lb',
      subnet: 'subnet/s',
      privateIPAddress: '10.0.255.1',
    },
    'loadBalancingRule/r': {
      name: 'r',
      loadBalancer: 'loadBalancer/lb',
      frontendIPConfiguration: 'frontendIPConfiguration/f',
      backendAddressPool: 'backendAddressPool/p',
      protocol: 'Tcp',
      frontendPort: 443,
      backendPort: 443,
      enableFloatingIP: true,
    },
  }
  const members: string[] = []
  for (let index = 0; index < count; index++) {
    members.push(`ipConfiguration/c${index}`)
    resources[`virtualMachine/m${index}`] = { name: `m${index}`, guest: { os: 'linux' } }
    resources[`networkInterface/n${index}`] = {
      name: `n${index}`,
      virtualMachine: `virtualMachine/m${index}`,
      enableIPForwarding: false,
    }
    resources[`ipConfiguration/c${index}`] = {
      name: 'c',
      networkInterface: `networkInterface/n${index}`,
      subnet: 'subnet/s',
      privateIPAddress: `10.0.${1 + (index >> 7)}.${4 + (index & 127)}`,
      privateIPAddressVersion: 'IPv4',
      primary: true,
    }
  }
  resources['backendAddressPool/p'] = {
    name: 'p',
    loadBalancer: 'loadBalancer/lb',
    backendIPConfigurations: members,
  }
  return { version: 1, name: 'Many', resources, layout: {} } as unknown as TopologyDocument
}
