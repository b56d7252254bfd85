import { nodeTypeOf } from '../../core/edit/containers.ts'
import { resolve } from '../../core/topology/model.ts'
import { addFromPalette } from '../canvas/add.ts'
import { withClipboard } from '../canvas/clipboard-keys.ts'
import { nudge } from '../canvas/move-things.ts'
import { nodeOf } from '../canvas/node-of.ts'
import { openMenuByKey } from '../canvas/open-menu.ts'
import { unlocked } from '../canvas/unlocked.ts'
import { fitDiagram, fitNodes, zoom } from '../canvas/viewport.ts'
import { later } from '../components/lazily.ts'
import { keepFocus } from '../panels/keep-focus.ts'
import { deleteThings } from '../panels/properties/delete-things.ts'
import { saveAsFile, saveFile } from '../saving/file/save.ts'
import { currentDocument, redo, undo } from '../store/document.ts'
import { select, useSession } from '../store/session.ts'
import type { Focus } from './focus.ts'
import { paletteEntries } from './palette-entries.ts'
import { showTrace, stepBy, togglePlay } from './player-keys.ts'

/** One thing the keyboard does. The same table answers keys and fills the sheet of shortcuts. */
export interface Shortcut {
  readonly group: 'Edit' | 'Look around' | 'Packet trace' | 'Table' | 'Add to the diagram'
  readonly label: string
  /** As they are written: `Ctrl Shift Z`. The first is shown first. */
  readonly keys: readonly string[]
  /** Where the keyboard must be; nothing means anywhere but in a text field. */
  readonly focus?: readonly Focus[]
  /** Answered while somebody types, too. */
  readonly everywhere?: boolean
  /** The browser has the key itself and tells the page what it did; `run` is for menus. */
  readonly native?: boolean
  /** A single letter, which can be switched off. */
  readonly single?: boolean
  /** Answered when the key is let go, unless the pointer was pressed meanwhile: holding it moves the canvas. */
  readonly onRelease?: boolean
  /** False means that the key was not for it. Without `run`, the part of the page that has the focus answers itself. */
  readonly run?: (keys: string) => boolean
}

const done = (act: () => void) => () => {
  act()
  return true
}

/** Steps through the history, which may take what has the keyboard away. */
const keeping = (step: () => void) =>
  done(() => {
    keepFocus()
    step()
  })

function deleteSelection(): boolean {
  const { selection } = useSession.getState()
  if (selection.length === 0) return false
  if (unlocked()) deleteThings(selection)
  return true
}

function selectAll(): boolean {
  select(Object.keys(currentDocument().resources).filter((id) => nodeTypeOf(id) !== undefined))
  return true
}

const tidying = later(() => import('../canvas/tidy/tidy-diagram.ts'))

function tidy(): boolean {
  tidying().then(({ tidyDiagram }) => tidyDiagram())
  return true
}

function fitSelection(): boolean {
  const model = resolve(currentDocument())
  const nodes = useSession.getState().selection.flatMap((id) => nodeOf(model, id) ?? [])
  if (nodes.length > 0) fitNodes(nodes)
  else fitDiagram()
  return true
}

/** Closes the sheet of properties, or selects nothing; false where there was neither. */
export function leave(): boolean {
  const { selection, propertiesOpen } = useSession.getState()
  if (selection.length === 0 && !propertiesOpen) return false
  if (matchMedia('(max-width: 1199.98px)').matches && propertiesOpen)
    useSession.setState({ propertiesOpen: false })
  else select([])
  return true
}

export const shortcuts: readonly Shortcut[] = [
  { group: 'Edit', label: 'Undo', keys: ['Ctrl Z'], run: keeping(undo) },
  { group: 'Edit', label: 'Redo', keys: ['Ctrl Shift Z', 'Ctrl Y'], run: keeping(redo) },
  { group: 'Edit', label: 'Save to a file', keys: ['Ctrl S'], everywhere: true, run: done(saveFile) },
  {
    group: 'Edit',
    label: 'Save to another file',
    keys: ['Ctrl Shift S'],
    everywhere: true,
    run: done(saveAsFile),
  },
  {
    group: 'Edit',
    label: 'Copy what is selected',
    keys: ['Ctrl C'],
    native: true,
    run: withClipboard((clipboard) => clipboard.copySelection()),
  },
  {
    group: 'Edit',
    label: 'Cut what is selected',
    keys: ['Ctrl X'],
    native: true,
    run: withClipboard((clipboard) => clipboard.cutSelection()),
  },
  {
    group: 'Edit',
    label: 'Paste',
    keys: ['Ctrl V'],
    native: true,
    run: withClipboard((clipboard) => clipboard.pasteSelection()),
  },
  {
    group: 'Edit',
    label: 'Duplicate what is selected',
    keys: ['Ctrl D'],
    run: withClipboard((clipboard) => clipboard.duplicateSelection()),
  },
  { group: 'Edit', label: 'Select everything', keys: ['Ctrl A'], focus: ['canvas'], run: selectAll },
  {
    group: 'Edit',
    label: 'Delete what is selected',
    keys: ['Delete', 'Backspace'],
    focus: ['canvas'],
    run: deleteSelection,
  },
  {
    group: 'Edit',
    label: 'Move what is selected',
    keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
    focus: ['canvas'],
    run: nudge,
  },
  {
    group: 'Edit',
    label: 'Move it further',
    keys: ['Shift ArrowLeft', 'Shift ArrowUp', 'Shift ArrowRight', 'Shift ArrowDown'],
    focus: ['canvas'],
    run: nudge,
  },
  {
    group: 'Edit',
    label: 'Tidy up the diagram',
    keys: ['Shift A'],
    focus: ['canvas'],
    single: true,
    run: tidy,
  },
  { group: 'Edit', label: 'Rename what is selected', keys: ['F2'], focus: ['canvas'] },
  { group: 'Edit', label: 'Close the sheet, or select nothing', keys: ['Escape'], run: leave },
  {
    group: 'Look around',
    label: 'Find an action or anything in the diagram',
    keys: ['Ctrl K'],
    everywhere: true,
    run: done(() => useSession.setState({ dialog: 'finder' })),
  },
  {
    group: 'Look around',
    label: 'Find in the diagram',
    keys: ['Ctrl F'],
    everywhere: true,
    run: done(() => useSession.setState({ dialog: 'find' })),
  },
  {
    group: 'Look around',
    label: 'Fit the diagram',
    keys: ['Home'],
    focus: ['canvas'],
    run: done(fitDiagram),
  },
  {
    group: 'Look around',
    label: 'Zoom to the selection',
    keys: ['Shift Home'],
    focus: ['canvas'],
    run: fitSelection,
  },
  {
    group: 'Look around',
    label: 'Zoom in',
    keys: ['+'],
    focus: ['canvas'],
    single: true,
    run: done(() => zoom('in')),
  },
  {
    group: 'Look around',
    label: 'Zoom out',
    keys: ['-'],
    focus: ['canvas'],
    single: true,
    run: done(() => zoom('out')),
  },
  {
    group: 'Look around',
    label: 'Zoom to 100 %',
    keys: ['0'],
    focus: ['canvas'],
    single: true,
    run: done(() => zoom('natural')),
  },
  {
    group: 'Look around',
    label: 'Open the menu of what is selected',
    keys: ['Shift F10', 'ContextMenu'],
    focus: ['canvas'],
    run: openMenuByKey,
  },
  { group: 'Look around', label: 'Next problem', keys: ['F8'] },
  { group: 'Look around', label: 'Previous problem', keys: ['Shift F8'] },
  {
    group: 'Look around',
    label: 'Browse the lint rules',
    keys: ['Shift F1'],
    run: done(() => useSession.setState({ dialog: 'lint-rules' })),
  },
  {
    group: 'Look around',
    label: 'Show the shortcuts',
    keys: ['?'],
    run: done(() => useSession.setState({ dialog: 'shortcuts' })),
  },
  {
    group: 'Packet trace',
    label: 'Play or stop the packet',
    keys: ['Space'],
    focus: ['canvas'],
    onRelease: true,
    run: done(togglePlay),
  },
  {
    group: 'Packet trace',
    label: 'One hop on',
    keys: ['ArrowRight'],
    focus: ['trace'],
    run: done(() => stepBy(1)),
  },
  {
    group: 'Packet trace',
    label: 'One hop back',
    keys: ['ArrowLeft'],
    focus: ['trace'],
    run: done(() => stepBy(-1)),
  },
  {
    group: 'Packet trace',
    label: 'Show the packet trace and play it',
    keys: ['T'],
    focus: ['canvas'],
    single: true,
    run: done(showTrace),
  },
  { group: 'Table', label: 'Write into the cell', keys: ['Enter', 'F2'], focus: ['table'] },
  { group: 'Table', label: 'Empty the cell', keys: ['Delete'], focus: ['table'] },
  {
    group: 'Table',
    label: 'Select one more row',
    keys: ['Shift Space', 'Shift ArrowDown'],
    focus: ['table'],
  },
  { group: 'Table', label: 'Copy and paste cells', keys: ['Ctrl C', 'Ctrl V'], focus: ['table'] },
  ...paletteEntries.map(
    ({ kind, label, key }): Shortcut => ({
      group: 'Add to the diagram',
      label,
      keys: [key],
      focus: ['canvas'],
      single: true,
      run: done(() => addFromPalette(kind)),
    }),
  ),
]
