import { canConnect } from '../../../core/edit/connect.ts'
import { nodeTypeOf } from '../../../core/edit/containers.ts'
import { resolve } from '../../../core/topology/model.ts'
import { nounOf } from '../../panels/properties/thing-label.ts'
import { currentDocument } from '../../store/document.ts'
import { notify } from '../../store/session.ts'
import { type Choices, setCanvasState } from '../canvas-state.ts'
import { join } from '../use-connect.ts'

/** Lets somebody choose what a node is connected to, without drawing a line. */
export function chooseWhatToConnect(from: string, at: Choices['at']): void {
  const document = currentDocument()
  const model = resolve(document)
  const options = Object.keys(document.resources)
    .filter((id) => id !== from && nodeTypeOf(id) !== undefined && canConnect(document, from, id))
    .map((id) => ({ label: `${model.nameOf(id)}, ${nounOf(id)}`, run: () => void join(from, id) }))
  if (options.length > 0)
    setCanvasState({ choices: { title: `Connect ${model.nameOf(from)} to`, at, options } })
  else
    notify({ tone: 'refused', text: `There is nothing in the diagram to connect ${model.nameOf(from)} to.` })
}
