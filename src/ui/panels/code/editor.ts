import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view'
import { complete } from './complete.ts'
import { editorLook } from './editor-theme.ts'

/**
 * An editor for JSON. It lives in a shadow root: there the editor adopts its style sheets, in the page itself it would
 * append a style element, which the content security policy forbids.
 */
export function createEditor(host: HTMLElement, doc: string, more: Extension): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.replaceChildren()
  const frame = document.createElement('div')
  frame.style.height = '100%'
  root.append(frame)
  const state = EditorState.create({
    doc,
    extensions: [
      lineNumbers(),
      foldGutter(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of('  '),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ override: [complete], icons: false }),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      json(),
      EditorState.tabSize.of(2),
      EditorView.contentAttributes.of({ 'aria-label': 'The diagram as JSON', tabindex: '0' }),
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...lintKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...defaultKeymap,
      ]),
      // Beside the editor they would cover the palette, above it the tabs.
      tooltips({ tooltipSpace: (view) => view.dom.getBoundingClientRect() }),
      ...editorLook,
      more,
    ],
  })
  return new EditorView({ state, parent: frame, root })
}
