let shown = 0

/** The editor of a field, or of the nearest group around it that is on the page. */
function editorOf(form: HTMLElement, path: string): HTMLElement | undefined {
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length--) {
    const editor = form.querySelector<HTMLElement>(
      `[data-path="${CSS.escape(keys.slice(0, length).join('.'))}"]`,
    )
    if (editor) return editor
  }
  return undefined
}

/** Scrolls to a field, focuses it and lets it flash; each request once. Folded items need a frame to open. */
export function showField(form: HTMLElement, path: string, count: number): void {
  if (count === shown) return
  shown = count
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const editor = editorOf(form, path)
      if (!editor) return
      editor.scrollIntoView({ block: 'center' })
      editor.querySelector<HTMLElement>('input, select, button')?.focus({ preventScroll: true })
      editor.classList.remove('is-flashing')
      void editor.offsetWidth
      editor.classList.add('is-flashing')
      editor.addEventListener('animationend', () => editor.classList.remove('is-flashing'), { once: true })
    }),
  )
}
