import {
  ClipboardPaste,
  Columns2,
  Columns3,
  Copy,
  CopyPlus,
  Focus,
  Link2,
  Lock,
  LockOpen,
  type LucideIcon,
  Maximize,
  Pencil,
  Play,
  Scissors,
  SquareDashedMousePointer,
  Trash2,
  Waypoints,
  Wrench,
} from 'lucide-react'
import { createElement } from 'react'
import { alignments } from '../../../core/edit/align.ts'
import { nodeTypeOf } from '../../../core/edit/containers.ts'
import { isLoneChip } from '../../../core/edit/copy/belongings.ts'
import { containerAt } from '../../../core/edit/owners.ts'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import { resolve } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import type { MenuItem } from '../../components/MenuEntry.tsx'
import type { MenuGroup } from '../../components/MenuGroups.tsx'
import { ResourceIcon } from '../../components/ResourceIcon.tsx'
import { additionsFor } from '../../panels/properties/add-thing.ts'
import { deleteThings } from '../../panels/properties/delete-things.ts'
import { qualifiedName } from '../../panels/properties/thing-label.ts'
import { keyNames } from '../../shell/key-names.ts'
import { paletteEntries } from '../../shell/palette-entries.ts'
import { currentDocument, useDocumentStore } from '../../store/document.ts'
import { select, useSession } from '../../store/session.ts'
import { add } from '../add.ts'
import { alignIcons, spreadIcons } from '../align-icons.ts'
import { alignLabel, alignSelection, spreadLabel, spreadSelection } from '../align-selection.ts'
import { type OpenMenu, setCanvasState } from '../canvas-state.ts'
import { copySelection, cutSelection, duplicateSelection, pasteSelection } from '../clipboard.ts'
import { compareRule } from '../compare-rule.ts'
import { nodeOf } from '../node-of.ts'
import { playThrough, worstThrough } from '../play-through.ts'
import { playSwarm } from '../swarm/play-swarm.ts'
import { canvasPoint, fitDiagram, fitNodes } from '../viewport.ts'
import { chooseFix } from './choose-fix.ts'
import { chooseWhatToConnect } from './connect-to.ts'
import { switchItems, whatIfItems } from './switch-items.ts'

const tidying = () => import('../tidy/tidy-diagram.ts')

const picture = (Icon: LucideIcon) => createElement(Icon, { size: 16 })
const resourcePicture = (type: ResourceType) => createElement(ResourceIcon, { type })

/** What the menu is about, for those who do not see where it opened. */
export const menuName = (target: string | null): string => {
  const count = useSession.getState().selection.length
  if (target === null) return 'Diagram'
  return count > 1 ? `${count} selected things` : qualifiedName(resolve(currentDocument()), target)
}

/** Plays a packet through a client, frontend or rule: one that gets no answer, if there is one. */
function playItem(target: string): readonly MenuItem[] {
  if (!worstThrough(target)) return []
  const one = { label: 'Play a packet', icon: picture(Play), run: () => playThrough(target) }
  if (!/^(?:loadBalancingRule|inboundNatRule)\//.test(target)) return [one]
  return [
    one,
    { label: 'Play all its packets', icon: picture(Waypoints), run: () => playSwarm(target) },
    { label: 'Compare floating IP on and off', icon: picture(Columns2), run: () => compareRule(target) },
  ]
}

/** Rows of virtual machines have their names on the canvas. */
const isRow = (id: string) => /^(?:networkInterface|loopbackInterface|listener)\//.test(id)

const shortcut = (keys: string) => ({ shortcut: keyNames(keys) })

/** Puts several nodes in line, and from three on spreads them. */
function alignItems(count: number): readonly MenuItem[] {
  if (count < 2) return []
  const spread = count < 3 ? [] : (['horizontally', 'vertically'] as const)
  return [
    ...alignments.map((how) => ({
      label: alignLabel(how),
      icon: picture(alignIcons[how]),
      run: () => alignSelection(how),
    })),
    ...spread.map((direction) => ({
      label: spreadLabel(direction),
      icon: picture(spreadIcons[direction]),
      run: () => spreadSelection(direction),
    })),
  ]
}

/** What can be done to the selected things. */
function thingGroups(
  { at, target }: OpenMenu & { readonly target: string },
  locked: boolean,
  problems: readonly Diagnostic[],
): readonly MenuGroup[] {
  const { selection } = useSession.getState()
  const only = selection.length === 1
  const nodes = selection.flatMap((id) => nodeOf(resolve(currentDocument()), id) ?? [])
  const look: readonly MenuItem[] = [
    ...(only ? [...playItem(target), ...whatIfItems(target)] : []),
    {
      label: 'Zoom to the selection',
      icon: picture(Focus),
      ...shortcut('Shift Home'),
      run: () => fitNodes(nodes),
    },
  ]
  const copy: MenuItem = {
    label: 'Copy',
    icon: picture(Copy),
    ...shortcut('Ctrl C'),
    run: () => void copySelection(),
  }
  if (locked) return [{ items: look }, { items: [copy, ...unlockItems()] }]
  const isChip = nodeOf(resolve(currentDocument()), target) !== target && !isRow(target)
  const single: readonly MenuItem[] =
    only && !isChip
      ? [
          {
            label: 'Rename',
            icon: picture(Pencil),
            ...shortcut('F2'),
            run: () => setCanvasState({ renaming: target }),
          },
          ...(nodeTypeOf(target)
            ? [
                {
                  label: 'Connect to',
                  icon: picture(Link2),
                  run: () => void chooseWhatToConnect(target, at),
                },
              ]
            : []),
        ]
      : []
  const additions = only ? additionsFor(target) : []
  const repair: readonly MenuItem[] =
    only && problems.length > 0
      ? [{ label: 'Fix', icon: picture(Wrench), run: () => chooseFix(target, problems, at) }]
      : []
  return [
    { items: [...repair, ...look, ...(only ? switchItems(target, at) : []), ...single] },
    { heading: 'Align', items: alignItems(new Set(nodes).size) },
    {
      items: [
        {
          label: 'Cut',
          icon: picture(Scissors),
          ...shortcut('Ctrl X'),
          run: () => void cutSelection(),
        },
        copy,
        {
          label: 'Paste',
          icon: picture(ClipboardPaste),
          ...shortcut('Ctrl V'),
          run: () => void pasteSelection({ owner: target }),
        },
        ...(isLoneChip(target)
          ? []
          : [
              {
                label: 'Duplicate',
                icon: picture(CopyPlus),
                ...shortcut('Ctrl D'),
                run: duplicateSelection,
              },
            ]),
      ],
    },
    {
      heading: 'Add',
      items: additions.map(({ label, type, run }) => ({ label, icon: resourcePicture(type), run })),
    },
    {
      items: [
        {
          label: 'Delete',
          icon: picture(Trash2),
          ...shortcut('Delete'),
          danger: true,
          run: () => void deleteThings(selection),
        },
      ],
    },
  ]
}

const tidyItem: MenuItem = {
  label: 'Tidy up the diagram',
  icon: picture(Columns3),
  ...shortcut('Shift A'),
  run: () => void tidying().then(({ tidyDiagram }) => tidyDiagram()),
}
const lockItem: MenuItem = {
  label: 'Lock the diagram',
  icon: picture(Lock),
  run: () => setCanvasState({ locked: true }),
}
const unlockItem: MenuItem = {
  label: 'Unlock the diagram',
  icon: picture(LockOpen),
  run: () => setCanvasState({ locked: false }),
}
/** Nothing unlocks a diagram that is only looked at. */
const unlockItems = (): readonly MenuItem[] =>
  useDocumentStore.getState().gate?.readOnly ? [] : [unlockItem]

/** What can be done where nothing is. */
function diagramGroups({ at }: OpenMenu, locked: boolean): readonly MenuGroup[] {
  const position = canvasPoint(at)
  const owner = containerAt(currentDocument(), position)
  const drop = { position, ...(owner === undefined ? {} : { owner }) }
  const selectAll = () =>
    select(Object.keys(currentDocument().resources).filter((id) => nodeTypeOf(id) !== undefined))
  const look: MenuGroup = {
    items: [
      { label: 'Fit the diagram', icon: picture(Maximize), ...shortcut('Home'), run: fitDiagram },
      {
        label: 'Select everything',
        icon: picture(SquareDashedMousePointer),
        ...shortcut('Ctrl A'),
        run: selectAll,
      },
      ...(locked ? unlockItems() : [tidyItem, lockItem]),
    ],
  }
  if (locked) return [look]
  return [
    {
      items: [
        {
          label: 'Paste here',
          icon: picture(ClipboardPaste),
          ...shortcut('Ctrl V'),
          run: () => void pasteSelection(drop),
        },
      ],
    },
    look,
    {
      heading: 'Add here',
      items: paletteEntries.map(({ kind, type, label, key }) => ({
        label,
        icon: resourcePicture(type),
        shortcut: key,
        run: () => void add(kind, drop, at),
      })),
    },
  ]
}

/** What a menu offers, of a thing also to repair its problems. What does not work now is not in it. */
export function menuOf(
  { at, target }: OpenMenu,
  locked: boolean,
  problems: readonly Diagnostic[],
): readonly MenuGroup[] {
  if (target === null) return diagramGroups({ at, target }, locked)
  return thingGroups({ at, target }, locked, problems)
}
