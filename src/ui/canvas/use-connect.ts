import { useMemo } from 'react'
import type { Connection, FinalConnectionState, OnConnectStartParams } from 'reactflow'
import { nodeTypeOf } from '../../core/edit/containers.ts'
import { resolve } from '../../core/topology/model.ts'
import { later } from '../components/lazily.ts'
import { currentDocument, edit } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { setCanvasState } from './canvas-state.ts'

const connecting = later(() => import('../../core/edit/connect.ts'))

/** Joins two nodes by the reference that this line means, or says why there is none. */
export async function join(source: string, target: string): Promise<void> {
  const { connect } = await connecting()
  const result = connect(currentDocument(), source, target)
  if ('refusal' in result) notify({ tone: 'refused', text: result.refusal })
  else edit(result.label, result.commands)
}

async function possibleFrom(from: string): Promise<ReadonlySet<string>> {
  const { canConnect } = await connecting()
  const document = currentDocument()
  const possible = Object.keys(document.resources).filter(
    (id) => id !== from && nodeTypeOf(id) !== undefined && canConnect(document, from, id),
  )
  return new Set(possible)
}

/** The node under the pointer, wherever on it the line was let go. */
function nodeUnder(event: MouseEvent | TouchEvent): string | undefined {
  const { clientX, clientY } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: -1, clientY: -1 }) : event
  const found = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.react-flow__node')
  return found?.dataset.id
}

/** Where the line that is being drawn begins. */
let begun: string | undefined

const start = async (_event: unknown, { nodeId }: OnConnectStartParams) => {
  if (nodeId === null || !resolve(currentDocument()).get(nodeId)) return
  begun = nodeId
  const possible = await possibleFrom(nodeId)
  if (begun === nodeId) setCanvasState({ connecting: { from: nodeId, possible } })
}

const stop = () => {
  begun = undefined
  setCanvasState({ connecting: null })
}

const end = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
  stop()
  // A line that ends on a handle comes as a connection; here it may end anywhere on a node.
  const from = state.toNode ? undefined : state.fromNode?.id
  const to = from === undefined ? undefined : nodeUnder(event)
  if (from !== undefined && to !== undefined && from !== to) join(from, to)
}

const onConnect = ({ source, target }: Connection) => join(source, target)

const isValid = ({ source, target }: Pick<Connection, 'source' | 'target'>) => source !== target

/** Drawing a line from handle to handle, by dragging or by two clicks. */
export function useConnect() {
  return useMemo(
    () => ({
      onConnect,
      onConnectStart: start,
      onConnectEnd: end,
      onClickConnectStart: start,
      onClickConnectEnd: stop,
      isValidConnection: isValid,
      connectionRadius: 24,
    }),
    [],
  )
}
