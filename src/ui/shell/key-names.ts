const onMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '')

const names: Record<string, string> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ContextMenu: 'Menu',
  Escape: 'Esc',
}
const macNames: Record<string, string> = { ...names, Ctrl: '⌘', Shift: '⇧', Delete: '⌦', Backspace: '⌫' }

/** How a shortcut is written on this computer: `Ctrl Z` is `⌘ Z` on a Mac. */
export function keyNames(keys: string): string {
  const table = onMac ? macNames : names
  return keys
    .split(' ')
    .map((key) => table[key] ?? key)
    .join(' ')
}
