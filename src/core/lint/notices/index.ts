import type { FindingKind } from '../lint-rule.ts'
import { lintRuleFailed } from './lint-rule-failed.ts'
import { membersLeftOut } from './members-left-out.ts'
import { suppressionUnused } from './suppression-unused.ts'

/** Findings that no lint rule makes: they are about the checking itself. The file is named after the id. */
export const notices: readonly FindingKind[] = [lintRuleFailed, membersLeftOut, suppressionUnused]
