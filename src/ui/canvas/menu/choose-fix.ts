import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import { resolve } from '../../../core/topology/model.ts'
import { applyFix } from '../../panels/problems/apply-fix.ts'
import { openProblem } from '../../panels/problems/go-to-problem.ts'
import { currentDocument } from '../../store/document.ts'
import { type Choices, setCanvasState } from '../canvas-state.ts'

/** Lets somebody choose a repair of what is wrong with a thing; where there is none, shows what is wrong. */
export function chooseFix(target: string, diagnostics: readonly Diagnostic[], at: Choices['at']): void {
  const options = new Map<string, Choices['options'][number]>()
  for (const diagnostic of diagnostics) {
    for (const fix of diagnostic.fixes) {
      const run = () => applyFix(diagnostic, fix)
      if (!options.has(fix.label)) options.set(fix.label, { label: fix.label, run })
    }
  }
  const [first] = diagnostics
  const title = `Fix ${resolve(currentDocument()).nameOf(target)}`
  if (options.size > 0) setCanvasState({ choices: { title, at, options: [...options.values()] } })
  else if (first) openProblem(first)
}
