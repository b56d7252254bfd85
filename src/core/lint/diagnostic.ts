import type { Command } from '../edit/command.ts'
import type { Confidence } from '../facts/fact.ts'

/** error: traffic fails or Azure refuses it. warning: fails under some condition. info: correct but surprising. */
export type Severity = 'error' | 'warning' | 'info'

/** traffic: packets stop. deployment: Azure refuses it. hazard: it will hurt later. advice: warnings and infos. */
export type DiagnosticClass = 'traffic' | 'deployment' | 'hazard' | 'advice'

/** A repair made of ordinary edits. `thing` is the related resource it is for; without it, it is for all. */
export interface Fix {
  readonly label: string
  readonly commands: readonly Command[]
  readonly thing?: string
}

/** One finding: what is wrong, on which thing, and what to do. One per lint rule and `resource`. */
export interface Diagnostic {
  /** Id of the lint rule. */
  readonly rule: string
  readonly severity: Severity
  readonly class: DiagnosticClass
  /** The rule, probe, frontend, security group or load balancer it is about; else the VM or loopback. */
  readonly resource: string
  /** Dotted place of the field to look at, in `resource`. */
  readonly path?: string
  /** What must be changed: VMs, NICs, loopbacks. The badge is shown on each of them too. */
  readonly related: readonly string[]
  readonly message: string
  /** The code with which Azure would refuse it, exactly as Azure spells it. */
  readonly armCode?: string
  readonly confidence: Confidence
  readonly fixes: readonly Fix[]
}
