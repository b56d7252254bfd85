import type { NodeType } from '../../edit/containers.ts'

/** Our own line drawings of what nodes are, fourteen pixels wide. */
export const icons: { readonly [T in NodeType]: string } = {
  client: 'M1 2h12v8H1zM7 10v3M4 13h6',
  loadBalancer: 'M5 1h4v3H5zM1 10h4v3H1zM9 10h4v3H9zM7 4v3M3 10V7h8v3',
  frontendIPConfiguration:
    'M1 7a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM1 7h12M7 1c-3.5 3.5-3.5 8.5 0 12M7 1c3.5 3.5 3.5 8.5 0 12',
  loadBalancingRule: 'M1 7h4l5-4.5h3M5 7l5 4.5h3',
  inboundNatRule: 'M1 4h11M9 1.5L12 4L9 6.5M13 10H2M5 7.5L2 10l3 2.5',
  outboundRule: 'M2 12L12 2M6 2h6v6',
  backendAddressPool: 'M7 1l6 3l-6 3l-6-3zM1 7l6 3l6-3M1 10l6 3l6-3',
  virtualNetwork: 'M4 11.5h6a3 3 0 0 0 .5-6a4 4 0 0 0-7.5 1a2.5 2.5 0 0 0 1 5z',
  subnet: 'M4 11.5h6a3 3 0 0 0 .5-6a4 4 0 0 0-7.5 1a2.5 2.5 0 0 0 1 5z',
  virtualMachine: 'M1 1.5h12v4.5H1zM1 8h12v4.5H1zM3.5 3.700h1M3.5 10.200h1',
}
