/** A place on the page in pixels of the window. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

type Size = Pick<Rectangle, 'width' | 'height'>

export type Side = 'top' | 'right' | 'bottom' | 'left'

const margin = 8

const clamp = (value: number, most: number) => Math.max(margin, Math.min(value, most))

interface Options {
  readonly side: Side
  /** Which edges are in line, where it stands above or below. */
  readonly align: 'start' | 'middle' | 'end'
  readonly gap: number
}

/** Where a box goes beside an element so that it is inside a window: above where there is no room below, and the other way round. */
export function beside(
  element: Rectangle,
  box: Size,
  window: Size,
  { side, align, gap }: Options,
): Pick<Rectangle, 'left' | 'top'> {
  const spare = { x: element.width - box.width, y: element.height - box.height }
  const share = { start: 0, middle: 0.5, end: 1 }[align]
  const left = element.left + spare.x * share
  const top = element.top + spare.y / 2
  const above = element.top - box.height - gap
  const below = element.top + element.height + gap
  const fitsBelow = below + box.height + margin <= window.height
  const place = {
    left: { left: element.left - box.width - gap, top },
    right: { left: element.left + element.width + gap, top },
    top: { left, top: above >= margin ? above : below },
    bottom: { left, top: fitsBelow || above < margin ? below : above },
  }[side]
  return {
    left: clamp(place.left, window.width - box.width - margin),
    top: clamp(place.top, window.height - box.height - margin),
  }
}

/** Moves a box that stands fixed on the page beside an element. */
export function putBeside(element: Element, box: HTMLElement, options: Options): void {
  const window = { width: innerWidth, height: innerHeight }
  const { left, top } = beside(element.getBoundingClientRect(), box.getBoundingClientRect(), window, options)
  box.style.left = `${left}px`
  box.style.top = `${top}px`
}
