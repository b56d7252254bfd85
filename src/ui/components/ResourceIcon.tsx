import {
  ArrowLeftRight,
  ArrowUpFromLine,
  ChartNoAxesGantt,
  Cloud,
  Cloudy,
  DoorOpen,
  EthernetPort,
  Globe,
  HeartPulse,
  Layers,
  Link2,
  type LucideIcon,
  MapPin,
  Monitor,
  Network,
  Plug,
  Repeat,
  Route,
  Server,
  Shield,
  Split,
  Tag,
  Tags,
} from 'lucide-react'
import type { ResourceType } from '../../core/topology/resource-type.ts'

/** The icon by which a type of resource is known everywhere. */
export const resourceIcons: Record<ResourceType, LucideIcon> = {
  client: Monitor,
  loadBalancer: Network,
  frontendIPConfiguration: Globe,
  publicIPAddress: MapPin,
  publicIPPrefix: Tags,
  loadBalancingRule: Split,
  inboundNatRule: ArrowLeftRight,
  inboundNatPool: ChartNoAxesGantt,
  outboundRule: ArrowUpFromLine,
  probe: HeartPulse,
  backendAddressPool: Layers,
  virtualNetwork: Cloudy,
  subnet: Cloud,
  networkSecurityGroup: Shield,
  routeTable: Route,
  natGateway: DoorOpen,
  privateLinkService: Link2,
  virtualMachine: Server,
  networkInterface: EthernetPort,
  ipConfiguration: Tag,
  loopbackInterface: Repeat,
  listener: Plug,
}

/** The icon of a type. The words beside it say the same, so that it is hidden from screen readers. */
export function ResourceIcon({ type, size = 16 }: { readonly type: ResourceType; readonly size?: number }) {
  const Icon = resourceIcons[type]
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />
}
