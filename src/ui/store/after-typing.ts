import { create } from 'zustand'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { currentDocument, useDocumentStore } from './document.ts'

interface Shown {
  /** The document as the diagram is drawn. */
  readonly drawn: TopologyDocument
  /** The document that findings and packets are of. */
  readonly checked: TopologyDocument
}

/** Before the diagram is drawn for the first time nothing is checked. */
const nothing: TopologyDocument = { ...currentDocument(), resources: {}, layout: {} }

const useShown = create<Shown>(() => ({ drawn: currentDocument(), checked: nothing }))

/** Up to so many resources, drawing and checking together take less than a frame. */
const few = 200

const isLarge = ({ resources }: TopologyDocument) => Object.keys(resources).length > few

let frame = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Runs something when the next frame is drawn, in place of what waited for that; at once where none will be. */
function afterNextFrame(run: () => void): void {
  if (globalThis.document?.hidden ?? true) return run()
  cancelAnimationFrame(frame)
  clearTimeout(timer)
  frame = requestAnimationFrame(() => {
    timer = setTimeout(run)
  })
}

let find: (document: TopologyDocument) => void = () => undefined

/** Says how findings are made that are kept until they are shown. */
export function findWith(make: typeof find): void {
  find = make
}

const check = () => useShown.setState(({ drawn }) => ({ checked: drawn }))

/** In a large diagram the findings are made in one task and shown in the next, so that what is typed meanwhile waits for neither long. */
function findAndCheck(): void {
  find(useShown.getState().drawn)
  timer = setTimeout(check)
}

function draw(): void {
  const document = currentDocument()
  const { drawn, checked } = useShown.getState()
  if (document === drawn && document === checked) return
  useShown.setState({ drawn: document })
  if (checked === nothing) return
  if (document.resources === checked.resources || !isLarge(document)) check()
  else afterNextFrame(findAndCheck)
}

/** The longest that a large diagram stays unchecked while the page has something else to do. */
const longestWait = 2_000

/** Runs something when the page has nothing else to do. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: longestWait })
  else setTimeout(run, 100)
}

/** Begins to check what is drawn; a large diagram once it is drawn, which takes React Flow some frames. */
export function startChecking(isDrawn = false): void {
  const { drawn, checked } = useShown.getState()
  if (checked !== nothing) return
  if (!isLarge(drawn)) check()
  else if (isDrawn) whenIdle(findAndCheck)
}

/** Whether there is a document that findings and packets are of. */
export const useIsChecking = (): boolean => useShown(({ checked }) => checked !== nothing)

/** Whether the last step is one of typing. What is moved step by step is seen to move at once. */
function isTyped(): boolean {
  const { document, mergeKey } = useDocumentStore.getState().history.present
  return mergeKey !== undefined && document.layout === useShown.getState().drawn.layout
}

// From the start, before anything is rendered.
useDocumentStore.subscribe(() => {
  if (isTyped()) afterNextFrame(draw)
  else draw()
})

/** The document for the diagram. What is typed in a field is drawn there first, and here a frame later. */
export const useDrawnDocument = (): TopologyDocument => useShown(({ drawn }) => drawn)

/** The document for findings and packets. They never keep an edit from being drawn: in a large diagram they are a frame late. */
export const useCheckedDocument = (): TopologyDocument => useShown(({ checked }) => checked)

/** Its name; before the first check that of the document in the diagram. */
export const useCheckedName = (): string =>
  useShown(({ drawn, checked }) => (checked === nothing ? drawn : checked).name)

/** The model of that document. */
export const useCheckedModel = () => resolve(useCheckedDocument())

/** Calls a function with that document and the one before when it changes. Returns what stops it. */
export const onChecked = (
  listener: (now: TopologyDocument, before: TopologyDocument) => void,
): (() => void) =>
  useShown.subscribe((now, before) => {
    if (now.checked !== before.checked) listener(now.checked, before.checked)
  })
