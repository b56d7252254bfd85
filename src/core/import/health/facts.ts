/** What a health answer of Azure says of one member. */
export interface MemberHealth {
  readonly ipAddress?: string
  /** The id of the NIC's ipconfig in Azure. */
  readonly ipConfiguration?: string
  readonly state: 'up' | 'down'
  /** Azure's code, such as `Down_Probe_TcpProbeTimeout`. */
  readonly reason?: string
}

/** One health answer: of one load-balancing rule, which the answer itself does not name. */
export interface HealthFacts {
  /** The rule's id in Azure or its name, where it was said beside the answer. */
  readonly rule?: string
  readonly members: readonly MemberHealth[]
}

/** What Azure finds with one probe at one member of a pool. Ids are those of the diagram. */
export interface MemberProbe {
  readonly probe: string
  /** The member's label in the model: its ipconfig, or the name of a member that is only an address. */
  readonly member: string
  readonly virtualMachine?: string
  readonly machineName: string
  readonly probeName: string
  readonly state: 'up' | 'down'
  readonly reason?: string
}
