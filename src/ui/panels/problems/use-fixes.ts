import { useEffect, useRef, useState } from 'react'
import type { Diagnostic, Fix } from '../../../core/lint/diagnostic.ts'
import { inSlices } from '../../in-slices.ts'
import { useReadOnly } from '../../store/document.ts'
import { problemKey } from './go-to-problem.ts'

const none: readonly Fix[] = []

/** Findings whose repairs were made: each repair is tried out, which takes longer than finding what is wrong. */
const made = new WeakSet<Diagnostic>()

function* making(diagnostics: readonly Diagnostic[]): Generator<Diagnostic, void> {
  for (const diagnostic of diagnostics) {
    if (diagnostic.fixes) made.add(diagnostic)
    yield diagnostic
  }
}

/**
 * The repairs of some findings, made bit by bit so that typing never waits for them.
 * Until those of a finding are made, the ones that it had before the last edit are shown.
 * None where the diagram is only looked at.
 */
export function useFixes(diagnostics: readonly Diagnostic[]): (diagnostic: Diagnostic) => readonly Fix[] {
  const readOnly = useReadOnly()
  const shown = useRef(new Map<string, readonly Fix[]>())
  const [, draw] = useState(0)
  useEffect(() => {
    const waiting = readOnly ? [] : diagnostics.filter((one) => !made.has(one))
    if (waiting.length === 0) return
    return inSlices(
      making(waiting),
      () => {},
      (isDone) => {
        if (isDone) shown.current = new Map(diagnostics.map((one) => [problemKey(one), one.fixes]))
        draw((count) => count + 1)
      },
    )
  }, [diagnostics, readOnly])
  if (readOnly) return () => none
  return (diagnostic) =>
    made.has(diagnostic) ? diagnostic.fixes : (shown.current.get(problemKey(diagnostic)) ?? none)
}
