import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink)', fontWeight: '500' },
  { tag: tags.string, color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--accent)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-2)' },
])

const focusRing = { outline: '2px solid var(--accent)', outlineOffset: '-2px' }
const button = {
  minHeight: '26px',
  padding: '0 8px',
  margin: '0 4px 0 0',
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius-2)',
  backgroundColor: 'var(--raised)',
  backgroundImage: 'none',
  color: 'var(--ink)',
  font: '500 var(--text-1) / 20px var(--font)',
}
const underline = (colour: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${colour}`,
  textDecorationSkipInk: 'none',
  textUnderlineOffset: '3px',
})
const marker = (colour: string, clipPath: string) => ({ content: '""', backgroundColor: colour, clipPath })

/** The look of the editor, out of the same tokens as everything else, so that it follows the theme of the page. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--panel)', fontSize: 'var(--text-1)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '6px 0' },
  '&.cm-focused .cm-content': { outline: 'none' },
  // Over the gutters, which would cover an outline.
  '&.cm-focused::after': {
    position: 'absolute',
    inset: '0',
    border: '2px solid var(--accent)',
    content: '""',
    pointerEvents: 'none',
    zIndex: '300',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--accent-tint)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': {
    backgroundColor: 'var(--panel)',
    borderRight: '1px solid var(--line)',
    color: 'var(--ink-3)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--hover) 60%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--hover)', color: 'var(--ink)' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer', padding: '0 4px' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--chip)', border: '0', color: 'var(--chip-ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'light-dark(#cfe2fa, #1f4a7c)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-tint)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bad-tint)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-tint)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'var(--accent-tint)',
    outlineColor: 'var(--accent)',
  },
  '.cm-lintRange-error': underline('var(--bad)'),
  '.cm-lintRange-warning': underline('var(--warn)'),
  '.cm-lintRange-info': underline('var(--ink-3)'),
  '.cm-lint-marker': { width: '10px', height: '10px', margin: '5px 0 0 2px' },
  '.cm-lint-marker-error': marker('var(--bad)', 'circle()'),
  '.cm-lint-marker-warning': marker('var(--warn)', 'polygon(50% 0, 100% 100%, 0 100%)'),
  '.cm-lint-marker-info': marker('var(--ink-3)', 'inset(1px)'),
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-2)',
    backgroundColor: 'var(--raised)',
    boxShadow: 'var(--shadow-2)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '20px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--accent-ink)',
  },
  '.cm-completionDetail': { fontFamily: 'var(--font)', fontStyle: 'normal', marginLeft: '12px' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 8px', maxWidth: '280px', fontFamily: 'var(--font)' },
  '.cm-diagnostic': {
    padding: '6px 10px',
    maxWidth: 'min(440px, calc(100vw - 90px))',
    fontFamily: 'var(--font)',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--ink-3)' },
  '.cm-diagnosticAction': { ...button, margin: '6px 6px 0 0' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)', fontFamily: 'var(--font)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '6px 32px 6px 10px' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    fontSize: 'var(--text-1)',
  },
  '.cm-panel.cm-search input[type=checkbox]': { width: '16px', height: '16px', accentColor: 'var(--accent)' },
  '.cm-textfield': {
    minHeight: '26px',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-2)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    fontSize: 'var(--text-1)',
  },
  '.cm-button': button,
  '.cm-panel.cm-search [name=close]': {
    top: '6px',
    right: '8px',
    width: '24px',
    height: '24px',
    color: 'var(--ink-2)',
    fontSize: '18px',
  },
  '.cm-panel.cm-panel-lint ul [aria-selected]': { backgroundColor: 'var(--accent-tint)' },
  '.cm-panel.cm-panel-lint ul': { maxHeight: '120px' },
  '.cm-panel.cm-panel-lint button[name=close]': { width: '24px', height: '24px', color: 'var(--ink-2)' },
  'button:focus-visible, input:focus-visible': focusRing,
})

export const editorLook = [look, syntaxHighlighting(colours)]
