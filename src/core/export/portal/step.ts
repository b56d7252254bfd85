import type { AzurePlan } from '../azure/plan.ts'
import type { ArmValue } from '../azure/value.ts'
import type { Lines } from '../text/lines.ts'
import { markdownText } from '../text/quote.ts'

/** A field of a blade and what goes into it. */
export type Row = readonly [field: string, value: ArmValue | undefined]

/** What the writers of steps share. */
export interface Words {
  readonly plan: AzurePlan
  readonly lines: Lines
}

/** What a box for a tick is to be. */
export const onOff = (value: ArmValue | undefined) => (value === true ? 'checked' : 'not checked')

/** The portal writes protocols in capitals. */
export const protocolWord = (protocol: ArmValue | undefined): ArmValue | undefined =>
  protocol === '*'
    ? 'Any'
    : typeof protocol === 'string' && protocol !== 'All'
      ? protocol.toUpperCase()
      : protocol

/** Begins the steps of a resource. */
export function heading(lines: Lines, text: string): void {
  lines.add(`## ${markdownText(text)}`).gap()
}

/** One blade with its fields. Fields without a value are left as the portal has them. */
export function step(lines: Lines, blade: string, rows: readonly Row[]): void {
  lines.add(`- [ ] ${markdownText(blade)}`)
  for (const [field, value] of rows) {
    const text = Array.isArray(value) ? value.join(', ') : value
    if (typeof text === 'object' || text === undefined || text === '') continue
    lines.add(`  - [ ] ${markdownText(field)}: ${markdownText(String(text))}`)
  }
}
