import type { ResourceType } from '../../../topology/resource-type.ts'
import type { Source } from '../source.ts'
import { backendAddressPool } from './backend-address-pool.ts'
import { frontendIPConfiguration } from './frontend-ip-configuration.ts'
import { inboundNatRule } from './inbound-nat-rule.ts'
import { ipConfiguration } from './ip-configuration.ts'
import { loadBalancer } from './load-balancer.ts'
import { loadBalancingRule } from './load-balancing-rule.ts'
import { natGateway } from './nat-gateway.ts'
import { networkInterface } from './network-interface.ts'
import { networkSecurityGroup } from './network-security-group.ts'
import { outboundRule } from './outbound-rule.ts'
import { privateLinkService } from './private-link-service.ts'
import { probe } from './probe.ts'
import { publicIPAddress } from './public-ip-address.ts'
import { publicIPPrefix } from './public-ip-prefix.ts'
import { routeTable } from './route-table.ts'
import { subnet } from './subnet.ts'
import { virtualMachine } from './virtual-machine.ts'
import { virtualNetwork } from './virtual-network.ts'

/** How the fields of each type are read out of Azure's JSON. */
export const readers: { readonly [type in ResourceType]?: (from: Source) => void } = {
  backendAddressPool,
  frontendIPConfiguration,
  inboundNatRule,
  ipConfiguration,
  loadBalancer,
  loadBalancingRule,
  natGateway,
  networkInterface,
  networkSecurityGroup,
  outboundRule,
  privateLinkService,
  probe,
  publicIPAddress,
  publicIPPrefix,
  routeTable,
  subnet,
  virtualMachine,
  virtualNetwork,
  inboundNatPool: inboundNatRule,
}
