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

/** Frames with drawings of which there is no image yet, by the name of the drawing. */
const waiting = new Map<string, Set<HTMLElement>>()

/** The rules that show the drawing in a frame as an image, in both themes. */
function rulesOf(name: string, frame: HTMLElement): readonly string[] {
  const drawing = frame.firstElementChild
  if (!drawing) return []
  const [light, dark] = ['light', 'dark'].map((scheme) => {
    frame.style.colorScheme = scheme
    return imageOf(drawing)
  })
  frame.style.colorScheme = ''
  return [
    `.picture--${name}{${light}}`,
    `:root[data-theme="dark"] .picture--${name}{${dark}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme="light"]) .picture--${name}{${dark}}}`,
  ]
}

/** Makes all images at once: each new rule costs the browser a look at every element of the page. */
function takePictures(): void {
  const rules = new Map<string, readonly string[]>()
  for (const [name, [frame]] of waiting) if (frame) rules.set(name, rulesOf(name, frame))
  waiting.clear()
  if (rules.size === 0) return
  insert([...rules.values()].flat())
  usePictures.setState({ taken: new Set([...usePictures.getState().taken, ...rules.keys()]) })
}

/** Asks for an image of the drawing in a frame. Forced colours can only follow the drawing itself. Returns how to take that back. */
export function askForPicture(name: string, frame: HTMLElement): () => void {
  if (matchMedia('(forced-colors: active)').matches) return () => undefined
  if (waiting.size === 0) requestAnimationFrame(takePictures)
  const frames = waiting.get(name) ?? new Set()
  waiting.set(name, frames.add(frame))
  return () => frames.delete(frame)
}
