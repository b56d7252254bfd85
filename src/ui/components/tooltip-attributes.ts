import type { Side } from './beside.ts'

interface TooltipOptions {
  readonly shortcut?: string | undefined
  readonly side?: Side | undefined
}

/** Attributes that give an element a tooltip. It only repeats the element's name, so that it is hidden from screen readers. */
export const tooltip = (text: string, { shortcut, side }: TooltipOptions = {}) => ({
  'data-tooltip': text,
  ...(shortcut === undefined ? {} : { 'data-tooltip-keys': shortcut }),
  ...(side === undefined ? {} : { 'data-tooltip-side': side }),
})
