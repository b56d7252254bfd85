import { withRoom } from '../../../core/edit/make-room.ts'
import type { Diagnostic, Fix } from '../../../core/lint/diagnostic.ts'
import { fixAllOfKind, fixEverything, type Repaired, wholeFixes } from '../../../core/lint/fix-all.ts'
import { diagnosticsOf } from '../../store/derived.ts'
import { currentDocument, edit } from '../../store/document.ts'
import { notify } from '../../store/session.ts'
import { keepFocus } from '../keep-focus.ts'
import { countOfProblems } from './severity.ts'

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`

function make(label: string, { commands, repairs }: Repaired): void {
  if (repairs === 0) {
    notify({ tone: 'refused', text: 'Nothing was changed: every fix here would bring another error.' })
    return
  }
  keepFocus()
  const document = currentDocument()
  edit(label, withRoom(document, commands))
  const left = countOfProblems(diagnosticsOf(currentDocument()))
  notify({
    tone: 'info',
    text: `${counted(repairs, 'fix', 'fixes')} made, ${counted(left, 'problem', 'problems')} left.`,
  })
}

/** Makes every fix that needs no choice, as one step. */
export function makeEveryFix(): void {
  make('Fix everything that has one fix', fixEverything(currentDocument()))
}

/** Fixes every finding of one lint rule in the chosen way, as one step. */
export function fixAllLike(example: Diagnostic, choice: number): void {
  make(`Fix all of ${example.rule}`, fixAllOfKind(currentDocument(), example, choice))
}

/** The ways to fix every finding of a lint rule, as they are worded for one of them. */
export function choicesForAll(examples: readonly Fix[], count: number): readonly string[] {
  const fixes = wholeFixes({ fixes: examples })
  if (fixes.length === 1) return [`Fix all ${count} of this kind`]
  return fixes.map(({ label }) => `All ${count} like this: ${label}`)
}
