import { useMemo } from 'react'
import { keepView } from './fit.ts'

/**
 * Lays a cover over the diagram from the first movement of a pointer that pans it (see canvas.css), so that the browser
 * need not look at every node to find what is under the pointer. Not from the press on: that may become a click.
 */
export function useCoverWhilePanning(frame: { readonly current: HTMLElement | null }) {
  return useMemo(
    () => ({
      onMoveStart(event: unknown) {
        // Movement without an event is the program's.
        if (event) keepView()
        delete frame.current?.dataset.panning
      },
      onMove(event: MouseEvent | TouchEvent | null) {
        const dataset = frame.current?.dataset
        if (event?.type === 'mousemove' && dataset && dataset.panning === undefined) dataset.panning = ''
      },
    }),
    [frame],
  )
}
