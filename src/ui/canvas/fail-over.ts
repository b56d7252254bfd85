import { later } from '../components/lazily.ts'
import { currentDocument, edit } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { type Choices, setCanvasState } from './canvas-state.ts'

const load = later(() => import('../../core/lint/fail-over.ts'))

/** Offers the members that a cluster address can move to, and moves it. `then` is called when it has moved. */
export async function offerFailOver(frontend: string, at: Choices['at'], then: () => void): Promise<void> {
  const { clusterNodes, failOver } = await load()
  const document = currentDocument()
  const { name } = document.resources[frontend] ?? { name: '' }
  const others = clusterNodes(document, frontend).filter(({ holds }) => !holds)
  if (others.length === 0) {
    notify({
      tone: 'refused',
      text: `No other guest can hold the address of ${name}: it needs rules with a pool of described VMs.`,
    })
    return
  }
  const options = others.map((node) => ({
    label: `Move to ${node.name}`,
    run: () => {
      edit(`Fail ${name} over to ${node.name}`, failOver(currentDocument(), frontend, node.virtualMachine))
      then()
    },
  }))
  setCanvasState({ choices: { title: `Fail over ${name}`, at, options } })
}
