export type TooltipSide = 'top' | 'right' | 'bottom' | 'left'

interface TooltipOptions {
  readonly shortcut?: string | undefined
  readonly side?: TooltipSide | undefined
}

/** Attributes that give an element a tooltip. It only repeats the element's name, so that it is hidden from screen readers. */
export const tooltip = (text: string, { shortcut, side }: TooltipOptions = {}) => ({
  'data-tooltip': text,
  ...(shortcut === undefined ? {} : { 'data-tooltip-keys': shortcut }),
  ...(side === undefined ? {} : { 'data-tooltip-side': side }),
})

interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const gap = 6
const margin = 8

const clamp = (value: number, most: number) => Math.max(margin, Math.min(value, most))

/** Where a tooltip stands beside its element, inside a window of some size. */
export function placeBeside(
  element: Rectangle,
  tip: Pick<Rectangle, 'width' | 'height'>,
  window: Pick<Rectangle, 'width' | 'height'>,
  side: TooltipSide,
): Pick<Rectangle, 'left' | 'top'> {
  const middle = {
    left: element.left + (element.width - tip.width) / 2,
    top: element.top + (element.height - tip.height) / 2,
  }
  const above = element.top - tip.height - gap
  const below = element.top + element.height + gap
  const fitsBelow = below + tip.height + margin <= window.height
  const beside = {
    left: { left: element.left - tip.width - gap, top: middle.top },
    right: { left: element.left + element.width + gap, top: middle.top },
    top: { left: middle.left, top: above >= margin ? above : below },
    bottom: { left: middle.left, top: fitsBelow ? below : above },
  }[side]
  return {
    left: clamp(beside.left, window.width - tip.width - margin),
    top: clamp(beside.top, window.height - tip.height - margin),
  }
}
