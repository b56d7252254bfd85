import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { emptyDocument, type TopologyDocument } from '../../core/topology/document.ts'
import { openDiagram } from '../saving/diagram-of.ts'
import { currentDocument } from '../store/document.ts'
import { notify, select } from '../store/session.ts'
import { undoTo } from './history-steps.ts'

function start(label: string, said: string, document: TopologyDocument): void {
  const before = openDiagram(label, document)
  select([])
  notify({
    tone: 'info',
    text: said,
    action: { label: 'Undo', run: () => undoTo(before), until: currentDocument() },
  })
}

/** Begins a diagram without anything in it. Undo brings back what was there. */
export const startEmpty = (): void => start('New diagram', 'New, empty diagram.', emptyDocument())

/** Opens the first example: two sites on one port, one of them half broken. */
export const startExample = (): void =>
  start(`Open ${twoTlsSites.name}`, `Opened the example ${twoTlsSites.name}.`, twoTlsSites)

/** Opens a template. */
export const startTemplate = (document: TopologyDocument): void =>
  start(`Open ${document.name}`, `Opened the template ${document.name}.`, document)
