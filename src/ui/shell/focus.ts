const typing =
  'input:not([type=range], [type=checkbox], [type=button]), textarea, select, [contenteditable=true]'

/** Where the keyboard is: typing into a field, on the canvas (or nowhere, which counts as it), in the trace, at a cell of a table, elsewhere. */
export type Focus = 'typing' | 'canvas' | 'trace' | 'table' | 'elsewhere'

/** Where the keyboard is now. */
export function currentFocus(): Focus {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  if (!element || element === document.body) return 'canvas'
  if (element.matches(typing)) return 'typing'
  if (element.closest('.canvas')) return 'canvas'
  if (element.closest('#bottom-panel-trace, .transport')) return 'trace'
  if (element.closest('.table-grid')) return 'table'
  return 'elsewhere'
}
