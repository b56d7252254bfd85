import type { Resource, TopologyModel } from '../../topology/model.ts'
import { addFrontend, fullSubnet, machineFor, primaryConfigurationOf, subnetFor } from '../bring-along.ts'
import type { Draft } from '../draft.ts'
import { freeName } from '../names.ts'
import { nearest, ownerOfType } from '../owners.ts'
import { type Creator, type Drop, pointOf } from './creator.ts'
import { freeFrontendPort } from './load-balancing-rule.ts'
import { addVirtualMachine } from './virtual-machine.ts'

const firstPort = 50_001
const portsOfPool = 10

function frontendFor(draft: Draft, drop: Drop): Resource<'frontendIPConfiguration'> | undefined {
  const model = draft.model()
  const under = ownerOfType(model, drop.owner, 'frontendIPConfiguration')
  if (under) return under
  const balancer = ownerOfType(model, drop.owner, 'loadBalancer')
  const frontends = balancer ? model.frontendsOf(balancer.id) : model.all('frontendIPConfiguration')
  return nearest(draft.document(), frontends, pointOf(drop)) ?? addFrontend(draft, drop, 'internal')
}

function untargetedMachine(model: TopologyModel): Resource<'virtualMachine'> | undefined {
  const rules = model.all('inboundNatRule')
  return model
    .all('virtualMachine')
    .find(
      ({ id }) => !rules.some((used) => model.membersOfRule(used).some((m) => m.virtualMachine?.id === id)),
    )
}

/** The port by which one administers a machine. */
const loginPort = (os: string | undefined) => (os === 'linux' ? 22 : 3389)

/** An inbound NAT rule to one virtual machine, or to each member of the pool it is dropped on. */
export const createInboundNatRule: Creator = (draft, drop) => {
  const pool = ownerOfType(draft.model(), drop.owner, 'backendAddressPool')
  const frontend = frontendFor(draft, drop)
  if (!frontend) return fullSubnet(draft, subnetFor(draft.fork(), drop))
  const common = {
    name: freeName(draft.document(), 'inboundNatRule', 'nat-1'),
    ...(frontend.loadBalancer === undefined ? {} : { loadBalancer: frontend.loadBalancer }),
    frontendIPConfiguration: frontend.id,
    protocol: 'Tcp',
  } as const
  const frontendPort = freeFrontendPort(draft.model(), frontend.id, [firstPort])
  if (pool && pool.loadBalancer === frontend.loadBalancer) {
    const os = draft.model().membersOf(pool.id)[0]?.virtualMachine?.guest?.os
    const created = draft.add('inboundNatRule', {
      ...common,
      backendAddressPool: pool.id,
      frontendPortRangeStart: frontendPort,
      frontendPortRangeEnd: frontendPort + portsOfPool - 1,
      backendPort: loginPort(os),
      enableFloatingIP: false,
    })
    return { created, label: `Add inbound NAT rule ${common.name}` }
  }
  const under = ownerOfType(draft.model(), drop.owner, 'virtualMachine')
  const machine = under ?? untargetedMachine(draft.model()) ?? machineFor(draft, drop)
  const target = machine?.id ?? addVirtualMachine(draft, drop)
  if (target === undefined) return fullSubnet(draft, subnetFor(draft.fork(), drop))
  const configuration = primaryConfigurationOf(draft, target)
  const created = draft.add('inboundNatRule', {
    ...common,
    ...(configuration ? { backendIPConfiguration: configuration.id } : {}),
    frontendPort,
    backendPort: loginPort(draft.model().find('virtualMachine', target)?.guest?.os),
    enableFloatingIP: false,
  })
  return { created, label: `Add inbound NAT rule ${common.name}` }
}
