import { backendAddressPool } from './backend-address-pool.ts'
import { client } from './client.ts'
import { frontendIPConfiguration } from './frontend-ip-configuration.ts'
import { inboundNatPool } from './inbound-nat-pool.ts'
import { inboundNatRule } from './inbound-nat-rule.ts'
import { ipConfiguration } from './ip-configuration.ts'
import { listener } from './listener.ts'
import { loadBalancer } from './load-balancer.ts'
import { loadBalancingRule } from './load-balancing-rule.ts'
import { loopbackInterface } from './loopback-interface.ts'
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

/** Every resource type of the document. A type that is missing here does not compile, a file that is missing fails a test. */
export const resourceDefinitions = {
  client,
  loadBalancer,
  frontendIPConfiguration,
  publicIPAddress,
  publicIPPrefix,
  loadBalancingRule,
  inboundNatRule,
  inboundNatPool,
  outboundRule,
  probe,
  backendAddressPool,
  virtualNetwork,
  subnet,
  networkSecurityGroup,
  routeTable,
  natGateway,
  privateLinkService,
  virtualMachine,
  networkInterface,
  ipConfiguration,
  loopbackInterface,
  listener,
} as const
