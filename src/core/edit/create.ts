import type { TopologyDocument } from '../topology/document.ts'
import { applyCommands, type Command } from './command.ts'
import { containerTypes, nodeTypeOf } from './containers.ts'
import { createBackendAddressPool } from './create/backend-address-pool.ts'
import { createClient } from './create/client.ts'
import type { Created, Creator, Drop } from './create/creator.ts'
import { createInboundNatRule } from './create/inbound-nat-rule.ts'
import { createInternalFrontend } from './create/internal-frontend.ts'
import { createIPConfiguration } from './create/ip-configuration.ts'
import { createListener } from './create/listener.ts'
import { createLoadBalancer } from './create/load-balancer.ts'
import { createLoadBalancingRule } from './create/load-balancing-rule.ts'
import { createLoopbackInterface } from './create/loopback-interface.ts'
import { createNatGateway } from './create/nat-gateway.ts'
import { createNetworkInterface } from './create/network-interface.ts'
import { createNetworkSecurityGroup } from './create/network-security-group.ts'
import { createOutboundRule } from './create/outbound-rule.ts'
import { createProbe } from './create/probe.ts'
import { createPublicFrontend } from './create/public-frontend.ts'
import { createPublicIPAddress } from './create/public-ip-address.ts'
import { createRouteTable } from './create/route-table.ts'
import { createSubnet } from './create/subnet.ts'
import { createVirtualMachine } from './create/virtual-machine.ts'
import { createVirtualNetwork } from './create/virtual-network.ts'
import { type Draft, startDraft } from './draft.ts'
import type { Point } from './geometry.ts'
import { roomAfter } from './make-room.ts'
import { containerAt } from './owners.ts'
import { placesFor } from './places.ts'

/** Everything that can be made anew, in the order of the palette; the later ones are in the add menus of their owners. */
export const creators = {
  loadBalancer: createLoadBalancer,
  internalFrontend: createInternalFrontend,
  publicFrontend: createPublicFrontend,
  loadBalancingRule: createLoadBalancingRule,
  inboundNatRule: createInboundNatRule,
  backendAddressPool: createBackendAddressPool,
  probe: createProbe,
  virtualMachine: createVirtualMachine,
  loopbackInterface: createLoopbackInterface,
  listener: createListener,
  client: createClient,
  virtualNetwork: createVirtualNetwork,
  subnet: createSubnet,
  networkSecurityGroup: createNetworkSecurityGroup,
  networkInterface: createNetworkInterface,
  ipConfiguration: createIPConfiguration,
  publicIPAddress: createPublicIPAddress,
  routeTable: createRouteTable,
  natGateway: createNatGateway,
  outboundRule: createOutboundRule,
} as const satisfies { readonly [kind: string]: Creator }

export type CreateKind = keyof typeof creators

/** An edit that makes something new: its name for undo, its commands, and the id of what was asked for. */
export interface Creation {
  readonly label: string
  readonly commands: readonly Command[]
  readonly created: string
}

/** What comes of making something: an edit, a reason why not with what to do instead, or a question with one edit for each answer. */
export type CreateResult =
  | Creation
  | { readonly refusal: string }
  | { readonly question: string; readonly choices: readonly Creation[] }

function containerUnder(document: TopologyDocument, { position }: Drop): string | undefined {
  return position && containerAt(document, position)
}

/** The pointer says where the new thing goes on free ground; on another thing it only says whose it is, and the columns say where. */
function pointFor({ position, owner }: Drop): Point | undefined {
  const isFree = owner === undefined || containerTypes.some((type) => type === nodeTypeOf(owner))
  return isFree ? position : undefined
}

function finish(document: TopologyDocument, draft: Draft, made: Created, drop: Drop): Creation {
  const entries = placesFor(document, draft.document(), made.created, pointFor(drop))
  draft.run({ type: 'layout.set', entries })
  draft.run({ type: 'layout.set', entries: roomAfter(document, draft.document()) })
  return { label: made.label, commands: draft.commands(), created: made.created }
}

/** Makes something new where it was dropped, with everything that it needs to make sense. */
export function create(document: TopologyDocument, kind: CreateKind, drop: Drop = {}): CreateResult {
  const owner = drop.owner ?? containerUnder(document, drop)
  const place: Drop = { ...drop, ...(owner === undefined ? {} : { owner }) }
  const draft = startDraft(document)
  const result = creators[kind](draft, place)
  if ('refusal' in result) return result
  if ('created' in result) return finish(document, draft, result, drop)
  const choices = result.choices.map(({ make }) => {
    const branch = draft.fork()
    return finish(document, branch, make(branch), drop)
  })
  return { question: result.question, choices }
}

/** The document after making something, for tests and scripts; the same document where it was refused or asked back. */
export function created(document: TopologyDocument, kind: CreateKind, drop: Drop = {}): TopologyDocument {
  const result = create(document, kind, drop)
  return 'commands' in result ? applyCommands(document, result.commands) : document
}
