import {
  ArrowLeftRight,
  ArrowUpFromLine,
  Cable,
  Cloud,
  EthernetPort,
  Globe,
  HeartPulse,
  Layers,
  Layers2,
  Link2,
  type LucideIcon,
  MapPin,
  Monitor,
  Network,
  Plug,
  Repeat2,
  Route,
  Server,
  Shield,
  Split,
  Tag,
  Waypoints,
} from 'lucide-react'
import type { ResourceType } from '../../core/topology/resource-type.ts'

const icons: Record<ResourceType, LucideIcon> = {
  client: Monitor,
  loadBalancer: Network,
  frontendIPConfiguration: Globe,
  publicIPAddress: MapPin,
  publicIPPrefix: Tag,
  loadBalancingRule: Split,
  inboundNatRule: ArrowLeftRight,
  inboundNatPool: Layers2,
  outboundRule: ArrowUpFromLine,
  probe: HeartPulse,
  backendAddressPool: Layers,
  virtualNetwork: Waypoints,
  subnet: Cloud,
  networkSecurityGroup: Shield,
  routeTable: Route,
  natGateway: ArrowUpFromLine,
  privateLinkService: Link2,
  virtualMachine: Server,
  networkInterface: EthernetPort,
  ipConfiguration: Cable,
  loopbackInterface: Repeat2,
  listener: Plug,
}

/** The icon of a type of resource. It says nothing to a screen reader: a name stands beside it. */
export function TypeIcon({ type, size = 16 }: { readonly type: ResourceType; readonly size?: number }) {
  const Icon = icons[type]
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" className="type-icon" />
}
