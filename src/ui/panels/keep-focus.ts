/**
 * Called before an edit that may take the focused control away: the focus then stays in its panel,
 * the nearest element around with `data-keeps-focus`, instead of falling to the page, where keys mean the canvas.
 */
export function keepFocus(): void {
  const panel = document.activeElement?.closest<HTMLElement>('[data-keeps-focus]')?.dataset.keepsFocus
  if (panel === undefined) return
  requestAnimationFrame(() => {
    const focused = document.activeElement
    if (focused && focused !== document.body) return
    document.querySelector<HTMLElement>(`[data-keeps-focus="${panel}"]`)?.focus({ preventScroll: true })
  })
}
