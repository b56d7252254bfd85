import { create } from 'zustand'

/** Names of the drawings that are there as images. */
export const usePictures = create<{ readonly taken: ReadonlySet<string> }>(() => ({ taken: new Set() }))

let sheet: CSSStyleSheet | undefined

function insert(rules: readonly string[]): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
  }
  for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length)
}

/** A drawing as it looks now, as an image that needs no style sheet. */
function imageOf(drawing: Element): string {
  const copy = drawing.cloneNode(true) as Element
  const originals = [drawing, ...drawing.querySelectorAll('*')]
  for (const [index, part] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const { fill, stroke, strokeWidth } = getComputedStyle(originals[index] as Element)
    for (const [name, value] of Object.entries({ fill, stroke, 'stroke-width': strokeWidth }))
      part.setAttribute(name, value)
    part.removeAttribute('class')
  }
  const text = new XMLSerializer().serializeToString(copy)
  return `background-image:url("data:image/svg+xml,${encodeURIComponent(text)}")`
}

/** Makes an image of the drawing in a frame, for both themes. Forced colours can only follow the drawing itself. */
export function takePicture(name: string, frame: HTMLElement): void {
  const { taken } = usePictures.getState()
  const drawing = frame.firstElementChild
  if (!drawing || taken.has(name) || matchMedia('(forced-colors: active)').matches) return
  const [light, dark] = ['light', 'dark'].map((scheme) => {
    frame.style.colorScheme = scheme
    return imageOf(drawing)
  })
  frame.style.colorScheme = ''
  insert([
    `.picture--${name}{${light}}`,
    `:root[data-theme="dark"] .picture--${name}{${dark}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme="light"]) .picture--${name}{${dark}}}`,
  ])
  usePictures.setState({ taken: new Set([...taken, name]) })
}
