import { notify } from '../store/session.ts'
import { useCanvasState } from './canvas-state.ts'

/** Whether the diagram may be changed by gestures and keys; where it is locked, that is said. */
export function unlocked(): boolean {
  if (!useCanvasState.getState().locked) return true
  notify({
    tone: 'info',
    text: 'The diagram is locked. Unlock it at the bottom left of the canvas to change it.',
  })
  return false
}
