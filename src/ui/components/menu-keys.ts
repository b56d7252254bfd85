/** The index of the menu item that a key moves to, or `undefined` for a key that moves nowhere. A letter finds the next item that begins with it. */
export function itemAfter(key: string, current: number, labels: readonly string[]): number | undefined {
  const count = labels.length
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (current + 1) % count
  if (key === 'ArrowUp') return (Math.max(current, 0) - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key.length !== 1 || key === ' ') return undefined
  for (let step = 1; step <= count; step++) {
    const index = (current + step + count) % count
    if (labels[index]?.toLowerCase().startsWith(key.toLowerCase())) return index
  }
  return undefined
}

interface Pressed {
  readonly key: string
  preventDefault(): void
}

/** Gives the keyboard to the item of a menu that a key moves to, if it does. */
export function moveInMenu(event: Pressed, items: readonly HTMLElement[]): void {
  const labels = items.map((item) => item.dataset.menuItem ?? '')
  const next = itemAfter(event.key, items.indexOf(document.activeElement as HTMLElement), labels)
  if (next === undefined) return
  event.preventDefault()
  items[next]?.focus()
}
