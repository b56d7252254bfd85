import type { TopologyDocument } from '../topology/document.ts'
import type { Entry, TopologyModel } from '../topology/model.ts'
import type { Diagnostic, DiagnosticClass, Fix, Severity } from './diagnostic.ts'
import type { Inbound } from './inbound.ts'

/** What a lint rule says of one thing. Severity and class are the rule's own unless it says otherwise here. */
export type Finding = Omit<Diagnostic, 'rule' | 'severity' | 'class' | 'confidence' | 'related' | 'fixes'> &
  Partial<Pick<Diagnostic, 'severity' | 'class' | 'related'>> & {
    /** Repairs, or how to make them: then they are made when somebody looks. */
    readonly fixes?: readonly Fix[] | (() => readonly Fix[])
  }

/** What a lint rule may look at. */
export interface LintContext {
  readonly document: TopologyDocument
  readonly model: TopologyModel
  /** Every inbound rule, and what global load balancers bring to guests through their regions. */
  readonly inbounds: readonly Inbound[]
  readonly entries: readonly Entry[]
}

/** Everything a person needs to believe a finding. */
export interface FindingKind {
  readonly id: string
  readonly severity: Severity
  readonly class: DiagnosticClass
  readonly title: string
  /** What happens to packets. */
  readonly why: string
  /** What to do about it. */
  readonly fix: string
  /** Ids of facts. The confidence of a finding is that of the weakest. */
  readonly sources: readonly string[]
  /** Every code with which Azure would refuse what is found, exactly as Azure spells it. */
  readonly armCodes?: readonly string[]
}

/** One check. The file is named after the id. */
export interface LintRule extends FindingKind {
  /**
   * Without it a finding follows from the neighbourhood of what it is about, so that after an edit elsewhere it stays.
   * `gathered`: a finding is about something that many have in common and gathers what is wrong in each of their
   * neighbourhoods. Where nothing is wrong in any of them there is none.
   * `document`: a finding may follow from anything in the document.
   */
  readonly scope?: 'gathered' | 'document'
  /** Never throws on a half-drawn document; if it does, the linter reports the lint rule instead of crashing. */
  check(context: LintContext, report: (finding: Finding) => void): void
  /** What else it finds that may follow from anything in the document, where what `check` finds does not. */
  checkWhole?(context: LintContext, report: (finding: Finding) => void): void
}
