import { useMemo, useState } from 'react'
import { type Drawing, startToDrawing } from '../../core/drawing/to-drawing.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { identitiesByKey, useDiagnosticsById, useSimulatedDocument, watchedIn } from '../store/derived.ts'
import { useDocument } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { nodeOf } from './node-of.ts'
import { useVerdicts } from './use-verdicts.ts'

/** The VM that the watched packet goes to, while it is shown. */
function useMachineOfPacket(document: TopologyDocument): string | undefined {
  const player = useSession((state) => state.player)
  return useMemo(() => (player.visible ? watchedIn(document)?.trace?.backend : undefined), [document, player])
}

/** The nodes and lines of the document as they stand now, before anything is dragged. */
export function useCanvas(): Drawing {
  const document = useDocument()
  const selection = useSession((state) => state.selection)
  const machine = useMachineOfPacket(document)
  const [run] = useState(startToDrawing)
  const identities = identitiesByKey(document)
  const diagnosticsById = useDiagnosticsById()
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
