import { mayEdit, useReadOnly } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { useCanvasState } from './canvas-state.ts'

/** Whether the diagram may be changed by gestures and keys; where it may not, that is said. */
export function unlocked(): boolean {
  if (!mayEdit()) return false
  if (!useCanvasState.getState().locked) return true
  notify({
    tone: 'info',
    text: 'The diagram is locked. Unlock it at the bottom left of the canvas to change it.',
  })
  return false
}

/** Whether nothing can be changed on the canvas: it is locked, or the diagram is only looked at. */
export function useLocked(): boolean {
  const locked = useCanvasState((state) => state.locked)
  return useReadOnly() || locked
}
