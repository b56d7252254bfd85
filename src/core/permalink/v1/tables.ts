/*
 * The vocabulary of version 1 links. Links outlive releases, whatever happens to the resource definitions:
 * types, keys and words only get new entries at their ends, the rest never changes. A test holds this.
 */

/** Types by number. */
export const types = [
  'client',
  'loadBalancer',
  'frontendIPConfiguration',
  'publicIPAddress',
  'publicIPPrefix',
  'loadBalancingRule',
  'inboundNatRule',
  'inboundNatPool',
  'outboundRule',
  'probe',
  'backendAddressPool',
  'virtualNetwork',
  'subnet',
  'networkSecurityGroup',
  'routeTable',
  'natGateway',
  'privateLinkService',
  'virtualMachine',
  'networkInterface',
  'ipConfiguration',
  'loopbackInterface',
  'listener',
]

/** The type that a reference under this key points at, where that is not the key itself. */
export const typeOfKey: { readonly [key: string]: string } = {
  backendIPConfigurations: 'ipConfiguration',
  backendIPConfiguration: 'ipConfiguration',
  backendAddressPools: 'backendAddressPool',
  frontendIPConfigurations: 'frontendIPConfiguration',
  loadBalancerFrontendIpConfigurations: 'frontendIPConfiguration',
  loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration',
  gatewayLoadBalancer: 'frontendIPConfiguration',
  networkInterfaceIPConfiguration: 'ipConfiguration',
  defaultNetworkInterface: 'networkInterface',
  peerings: 'virtualNetwork',
  publicIPAddresses: 'publicIPAddress',
  publicIPPrefixes: 'publicIPPrefix',
  to: 'frontendIPConfiguration',
}

/** Values by number, for texts and numbers that most diagrams hold. */
export const words: readonly (string | number | boolean | null)[] = [
  ...[false, true, null, '', 0, 1, 2, 3, 4, 5, 10, 15, 20, 22, 30, 53, 80, 100, 443, 1433, 3389, 5432, 8080],
  ...[8443, 59999, 'Standard', 'Basic', 'Gateway', 'Regional', 'Global', 'IPv4', 'IPv6', 'Static', 'Dynamic'],
  ...['Tcp', 'Udp', 'All', 'Http', 'Https', 'Icmp', 'Esp', 'Ah', '*', 'Default', 'SourceIP'],
  ...['SourceIPProtocol', 'Inbound', 'Outbound', 'Allow', 'Deny', 'VirtualNetwork', 'Internet'],
  ...['AzureLoadBalancer', 'None', 'Up', 'Down', 'Automatic', 'Manual', 'every-member', 'one-member'],
  ...['windows', 'linux', 'internet', 'virtualNetwork', 'onPremises', 'VirtualAppliance'],
  ...['VirtualNetworkGateway', 'VnetLocal', 'AllProbedDown', 'AllProbedUp', 'Native', 'VXLAN', 'Internal'],
  ...['External', '0.0.0.0', '::', '0.0.0.0/0', '10.0.0.0/16', '10.0.0.0/24', 'lo', 'eth0', 'Ethernet'],
  ...['ipconfig1', 'health', '/', '/health', '/healthz', 'https', 'web', '80', '443'],
]

/** Keys by number. */
export const keys = [
  ...['$schema', 'version', 'name', 'resources', 'layout', 'suppressions', 'rule', 'resource', 'reason'],
  ...['x', 'y', 'width', 'height', 'collapsed', 'identity', 'unresolved', 'sku', 'tier', 'ipAddress'],
  ...['publicIPAddressVersion', 'zones', 'ipPrefix', 'addressPrefixes', 'peerings', 'virtualNetwork'],
  ...['addressPrefix', 'networkSecurityGroup', 'routeTable', 'natGateway', 'defaultOutboundAccess'],
  ...['securityRules', 'priority', 'direction', 'access', 'protocol', 'sourceAddressPrefixes'],
  ...['sourcePortRanges', 'destinationAddressPrefixes', 'destinationPortRanges', 'routes', 'nextHopType'],
  ...['nextHopIpAddress', 'publicIPAddresses', 'publicIPPrefixes', 'loadBalancer', 'publicIPAddress'],
  ...['publicIPPrefix', 'subnet', 'privateIPAddress', 'privateIPAddressVersion'],
  ...['privateIPAllocationMethod', 'gatewayLoadBalancer', 'guest', 'addressOwnership'],
  ...['backendIPConfigurations', 'loadBalancerBackendAddresses', 'networkInterfaceIPConfiguration'],
  ...['loadBalancerFrontendIPConfiguration', 'adminState', 'syncMode', 'tunnelInterfaces', 'identifier'],
  ...['port', 'type', 'requestPath', 'intervalInSeconds', 'probeThreshold', 'numberOfProbes'],
  ...['noHealthyBackendsBehavior', 'frontendIPConfiguration', 'backendAddressPool', 'probe'],
  ...['frontendPort', 'backendPort', 'enableFloatingIP', 'loadDistribution', 'idleTimeoutInMinutes'],
  ...['enableTcpReset', 'disableOutboundSnat', 'backendAddressPools', 'enableConnectionTracking'],
  ...['backendIPConfiguration', 'frontendPortRangeStart', 'frontendPortRangeEnd'],
  ...['frontendIPConfigurations', 'allocatedOutboundPorts', 'loadBalancerFrontendIpConfigurations'],
  ...['zone', 'scaleSet', 'os', 'ipForwarding', 'firewall', 'enabled', 'inboundAllow', 'localAddress'],
  ...['remoteAddresses', 'networkInterface', 'rpFilter', 'portForwards', 'address', 'toAddress', 'toPort'],
  ...['policyRoutes', 'from', 'defaultNetworkInterface', 'connections', 'to', 'bind', 'virtualMachine'],
  ...['enableIPForwarding', 'addresses', 'weakHostReceive', 'weakHostSend', 'weakHostReceiveIPv6'],
  ...['weakHostSendIPv6', 'primary', 'persistent', 'replyFromReceivedAddress', 'location'],
]

/** Lists of keys that objects of a type, or under a key, usually have, in their usual order. */
export const shapes: { readonly [typeOrKey: string]: readonly string[] } = {
  document: ['version name resources layout', 'version name resources layout suppressions'],
  layout: ['x y', 'x y identity', 'x y width height', 'x y collapsed'],
  suppressions: ['rule resource reason'],
  client: ['name ipAddress location'],
  loadBalancer: ['name sku tier', 'name sku'],
  frontendIPConfiguration: [
    'name loadBalancer subnet privateIPAddress',
    'name loadBalancer publicIPAddress',
    'name loadBalancer subnet privateIPAddress privateIPAddressVersion',
    'name loadBalancer subnet privateIPAddress guest',
  ],
  publicIPAddress: ['name ipAddress sku publicIPAddressVersion', 'name sku publicIPAddressVersion'],
  loadBalancingRule: [
    'name loadBalancer frontendIPConfiguration backendAddressPool probe protocol frontendPort backendPort enableFloatingIP loadDistribution',
    'name loadBalancer frontendIPConfiguration backendAddressPool probe protocol frontendPort backendPort enableFloatingIP loadDistribution idleTimeoutInMinutes',
    'name loadBalancer frontendIPConfiguration backendAddressPool protocol frontendPort backendPort enableFloatingIP loadDistribution',
  ],
  inboundNatRule: [
    'name loadBalancer frontendIPConfiguration protocol frontendPort backendPort enableFloatingIP backendIPConfiguration',
  ],
  outboundRule: [
    'name loadBalancer frontendIPConfigurations backendAddressPool protocol allocatedOutboundPorts',
  ],
  probe: [
    'name loadBalancer protocol port intervalInSeconds',
    'name loadBalancer protocol port requestPath intervalInSeconds',
    'name loadBalancer protocol port intervalInSeconds probeThreshold',
  ],
  backendAddressPool: ['name loadBalancer backendIPConfigurations'],
  virtualNetwork: ['name addressPrefixes', 'name addressPrefixes peerings'],
  subnet: [
    'name virtualNetwork addressPrefix',
    'name virtualNetwork addressPrefix networkSecurityGroup',
    'name virtualNetwork addressPrefix routeTable',
  ],
  networkSecurityGroup: ['name securityRules'],
  securityRules: [
    'name priority direction access protocol sourceAddressPrefixes sourcePortRanges destinationAddressPrefixes destinationPortRanges',
  ],
  routeTable: ['name routes'],
  routes: ['name addressPrefix nextHopType nextHopIpAddress'],
  natGateway: ['name publicIPAddresses'],
  virtualMachine: ['name guest', 'name'],
  guest: [
    'os',
    'name addresses',
    'name addresses weakHostReceive',
    'name addresses weakHostReceive weakHostSend',
    'os ipForwarding firewall',
    'os firewall',
    'os firewall connections',
    'os connections',
    'addressOwnership',
  ],
  firewall: ['enabled inboundAllow', 'enabled'],
  inboundAllow: ['protocol port'],
  connections: ['name to port protocol', 'name protocol to port'],
  networkInterface: [
    'name virtualMachine enableIPForwarding guest',
    'name virtualMachine enableIPForwarding networkSecurityGroup guest',
    'name virtualMachine enableIPForwarding',
  ],
  ipConfiguration: [
    'name networkInterface subnet privateIPAddress privateIPAddressVersion primary',
    'name networkInterface subnet privateIPAddress privateIPAddressVersion primary publicIPAddress',
  ],
  loopbackInterface: [
    'name virtualMachine addresses',
    'name virtualMachine addresses weakHostReceive weakHostSend',
    'name virtualMachine addresses persistent',
  ],
  listener: ['name virtualMachine protocol address port'],
}
