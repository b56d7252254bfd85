/** List entries that say nothing once a reference in them is gone, such as a member by address or a connection. */
const wholeEntries = [
  /^(loadBalancerBackendAddresses\.\d+)\.(networkInterfaceIPConfiguration|loadBalancerFrontendIPConfiguration)$/,
  /^(guest\.connections\.\d+)\.to$/,
  /^(guest\.policyRoutes\.\d+)\.networkInterface$/,
  /^(guest\.firewall\.inboundAllow\.\d+)\.networkInterface$/,
]

/** The list entry that says nothing once the reference at this path is gone. */
export const entryOf = (path: string): string | undefined =>
  wholeEntries.map((pattern) => pattern.exec(path)?.[1]).find((found) => found !== undefined)
