import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { Diagnostic as Mark } from '@codemirror/lint'
import type { EditorState } from '@codemirror/state'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import { applyFix } from '../problems/apply-fix.ts'
import { rangeAt, rangeFrom, resourcesIn } from './json-tree.ts'
import type { CodeProblem } from './read-code.ts'

const mostMarks = 500
const mostFixes = 3

/** The tree of the whole text. */
export const treeOf = (state: EditorState) =>
  ensureSyntaxTree(state, state.doc.length, 1_000) ?? syntaxTree(state)

/** The text by parts. */
export const sliceOf = (state: EditorState) => (from: number, to: number) => state.sliceDoc(from, to)

/** Findings at the fields that they are about, with their repairs. */
export function marksOf(state: EditorState, findings: readonly Diagnostic[]): readonly Mark[] {
  const slice = sliceOf(state)
  const resources = resourcesIn(treeOf(state), slice)
  return findings.slice(0, mostMarks).flatMap((finding): readonly Mark[] => {
    const place = resources.get(finding.resource)
    if (!place) return []
    return [
      {
        ...rangeFrom(place, slice, finding.path ?? ''),
        severity: finding.severity,
        source: finding.rule,
        message: finding.message,
        actions: finding.fixes.slice(0, mostFixes).map((fix) => ({
          name: fix.label,
          apply: () => applyFix(finding, fix),
        })),
      },
    ]
  })
}

/** What keeps a text from being a document, at its places. */
export function marksOfProblems(state: EditorState, problems: readonly CodeProblem[]): readonly Mark[] {
  const slice = sliceOf(state)
  return problems.map((problem) => {
    if ('path' in problem) {
      return { ...rangeAt(treeOf(state), slice, problem.path), severity: 'error', message: problem.message }
    }
    const line = state.doc.lineAt(problem.at)
    // A place at the end of a line is shown by what stands before it.
    const to = Math.min(line.to, problem.at + 1)
    const from = to > problem.at ? problem.at : Math.max(line.from, problem.at - 1)
    return { from, to, severity: 'error', message: problem.message }
  })
}
