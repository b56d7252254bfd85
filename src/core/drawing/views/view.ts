import type { Severity } from '../../lint/diagnostic.ts'
import type { Identity } from '../../topology/identity.ts'
import type { RuleVerdict } from '../verdicts.ts'
import type { VirtualMachineRow } from './virtual-machine-rows.ts'

/** What is wrong with a node or anything shown on it. */
export interface Problems {
  readonly counts: { readonly [S in Severity]: number }
  /** The worst. */
  readonly severity: Severity
  /** The resource that the worst finding is about. */
  readonly resource: string
  readonly path?: string
}

/** An address as a chip shows it; an id without a known address shows its name. */
export interface AddressView {
  readonly text: string
  readonly identity?: Identity
}

/** A resource that has no node of its own, on the node that uses it. */
export interface ChipView {
  readonly id: string
  readonly kind: 'publicIPAddress' | 'probe' | 'networkSecurityGroup' | 'routeTable' | 'natGateway'
  readonly label: string
}

/** What every node has. */
export interface CommonView {
  readonly [key: string]: unknown
  readonly name: string
  /** Everything there is to know, in one sentence for those who do not see it. */
  readonly label: string
  readonly problems?: Problems
  readonly chips: readonly ChipView[]
}

export interface ClientView extends CommonView {
  readonly addresses: readonly AddressView[]
  readonly place: string
  /** Nobody drew it: it stands for the clients that could reach a frontend. */
  readonly synthetic: boolean
}

export interface FrontendView extends CommonView {
  readonly address: AddressView
  readonly kind: string
  /** Exactly one guest holds the address at a time. */
  readonly cluster: boolean
}

export interface LoadBalancingRuleView extends CommonView {
  readonly protocol: string
  readonly ports: string
  readonly floatingIP: boolean
  readonly identity?: Identity
  readonly verdict?: RuleVerdict
}

export interface InboundNatRuleView extends LoadBalancingRuleView {
  readonly target: string
}

export interface OutboundRuleView extends CommonView {
  readonly protocol: string
  readonly ports: string
}

export interface PoolMemberView {
  readonly key: string
  readonly id?: string
  readonly name: string
  readonly address?: string
}

export interface PoolView extends CommonView {
  /** Of many members: none is named, or all are; absent where the first ones are. */
  readonly collapsed?: boolean
  readonly members: readonly PoolMemberView[]
}

/** How a frontend's packets fare at a VM. */
export interface MarkView {
  readonly frontend: string
  readonly identity?: Identity
  readonly state: 'answers' | 'missing' | 'fails' | 'unknown'
  readonly title: string
}

export interface VirtualMachineView extends CommonView {
  readonly detail: 'full' | 'row'
  readonly os?: string
  readonly address?: AddressView
  /** Where the guest boundary begins. */
  readonly guestTop: number
  readonly rows: readonly VirtualMachineRow[]
  /** All of them, where some are folded. */
  readonly unfolded?: readonly VirtualMachineRow[]
  readonly marks: readonly MarkView[]
  /** Whether load balancers find it up; absent where no probe asks it. */
  readonly probe?: 'up' | 'down'
}

export interface ContainerView extends CommonView {
  readonly detail: string
  readonly empty?: string
}
