import { usePreferences } from '../saving/preferences.ts'
import { currentFocus } from './focus.ts'
import { type Shortcut, shortcuts } from './shortcuts.ts'
import { keepForDialog } from './typed-ahead.ts'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** A key press written as the table writes shortcuts. Command on a Mac counts as Ctrl. */
export function writtenKeys({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  // `?` needs Shift on some keyboards and not on others.
  const shift = shiftKey && (name.length > 1 || /[A-Z]/.test(name)) ? ['Shift'] : []
  return [...(ctrlKey || metaKey ? ['Ctrl'] : []), ...(altKey ? ['Alt'] : []), ...shift, name].join(' ')
}

/** The shortcut that a key press asks for with the keyboard where it is. */
export function shortcutFor(
  pressed: Pressed,
  focus: ReturnType<typeof currentFocus>,
  singleKeys: boolean,
): Shortcut | undefined {
  const keys = writtenKeys(pressed)
  return shortcuts.find(
    (shortcut) =>
      shortcut.keys.includes(keys) &&
      (focus !== 'typing' || shortcut.everywhere) &&
      (!shortcut.focus || shortcut.focus.includes(focus)) &&
      (!shortcut.single || singleKeys),
  )
}

/** What is done when the key that is held down is let go. */
let onRelease: Shortcut | undefined

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || document.querySelector('dialog[open]')) return
  const focus = currentFocus()
  // On the canvas React Flow takes the keys that it might need, and does nothing with them.
  if (event.defaultPrevented && focus !== 'canvas') return
  const found = shortcutFor(event, focus, usePreferences.getState().singleKeyShortcuts)
  if (!found?.run || found.native || (event.repeat && (found.single || found.onRelease))) return
  if (found.onRelease) onRelease = found
  else if (!found.run(writtenKeys(event))) return
  event.preventDefault()
}

function onKeyUp(event: KeyboardEvent): void {
  if (onRelease?.keys.includes(writtenKeys(event))) onRelease.run?.(writtenKeys(event))
  onRelease = undefined
}

/** Begins to answer the keys of the table. */
export function installKeyboard(): void {
  addEventListener('keydown', keepForDialog, { capture: true })
  addEventListener('keydown', onKeyDown)
  addEventListener('keyup', onKeyUp)
  addEventListener('pointerdown', () => {
    onRelease = undefined
  })
}
