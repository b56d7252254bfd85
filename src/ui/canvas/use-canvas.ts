import { useMemo, useRef, useState } from 'react'
import { type Drawing, startToDrawing } from '../../core/drawing/to-drawing.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { useDrawnDocument } from '../store/after-typing.ts'
import { identitiesByKey, useDiagnosticsById, useSimulatedDocument, watchedIn } from '../store/derived.ts'
import { useSession } from '../store/session.ts'
import { nodeOf } from './node-of.ts'
import { useVerdicts } from './use-verdicts.ts'

/** The VM that the watched packet goes to, while it is shown. */
function useMachineOfPacket(document: TopologyDocument): string | undefined {
  const player = useSession((state) => state.player)
  return useMemo(() => (player.visible ? watchedIn(document)?.trace?.backend : undefined), [document, player])
}

type Findings = ReturnType<typeof useDiagnosticsById>

/** Whether nodes look the same with either of these findings. */
function lookTheSame(one: Findings, other: Findings): boolean {
  if (one === other) return true
  if (one.size !== other.size) return false
  for (const [id, list] of one) {
    const others = other.get(id)
    const isSame = list.every(({ severity, resource, path }, index) => {
      const found = others?.[index]
      return found?.severity === severity && found.resource === resource && found.path === path
    })
    if (!isSame || others?.length !== list.length) return false
  }
  return true
}

/** The findings as nodes show them: the same object until one of them looks different. */
function useShownFindings(): Findings {
  const found = useDiagnosticsById()
  const shown = useRef(found)
  if (!lookTheSame(shown.current, found)) shown.current = found
  return shown.current
}

/** The nodes and lines of the document as they stand now, before anything is dragged. */
export function useCanvas(): Drawing {
  const document = useDrawnDocument()
  const selection = useSession((state) => state.selection)
  const machine = useMachineOfPacket(document)
  const [run] = useState(startToDrawing)
  const identities = identitiesByKey(document)
  const diagnosticsById = useShownFindings()
  const { ruleVerdicts, guestVerdicts } = useVerdicts(useSimulatedDocument(document))
  const facts = useMemo(
    () => ({ identities, diagnosticsById, ruleVerdicts, guestVerdicts }),
    [identities, diagnosticsById, ruleVerdicts, guestVerdicts],
  )
  const expanded = useMemo(() => {
    const model = resolve(document)
    const ids = selection.flatMap((id) => nodeOf(model, id) ?? [])
    return new Set(machine === undefined ? ids : [...ids, machine])
  }, [document, selection, machine])
  return useMemo(() => run({ document, facts, expanded }), [run, document, facts, expanded])
}
