import type { Leaving } from '../use-grid.ts'

/** How a key leaves a cell that is written into: taking over what was written, or going back to what it held. */
export function leavingBy({
  key,
  shiftKey,
  nativeEvent,
}: {
  readonly key: string
  readonly shiftKey: boolean
  readonly nativeEvent: { readonly isComposing: boolean }
}): Leaving | 'back' | undefined {
  if (nativeEvent.isComposing) return undefined
  switch (key) {
    case 'Enter':
      return shiftKey ? 'up' : 'down'
    case 'Tab':
      return shiftKey ? 'left' : 'right'
    case 'Escape':
      return 'back'
    default:
      return undefined
  }
}
