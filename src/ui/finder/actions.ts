import { alignments } from '../../core/edit/align.ts'
import { alignLabel, alignSelection, spreadLabel, spreadSelection } from '../canvas/align-selection.ts'
import { setCanvasState } from '../canvas/canvas-state.ts'
import { compareWatched } from '../canvas/compare-rule.ts'
import { playSwarm, stopSwarm } from '../canvas/swarm/play-swarm.ts'
import { later } from '../components/lazily.ts'
import { openGuide } from '../guide/guide-state.ts'
import { copyLink } from '../permalink/copy-link.ts'
import { prefer } from '../saving/preferences.ts'
import { startEmpty, startExample } from '../shell/new-diagram.ts'
import { shortcuts } from '../shell/shortcuts.ts'
import { useSession } from '../store/session.ts'
import type { Entry } from './found.ts'

const importing = later(() => import('../importing/import-state.ts'))

interface Action {
  readonly label: string
  readonly run: () => void
  readonly keys?: string
  /** A word by which it is found, too. */
  readonly also?: string
}

/** What has no shortcut of its own. */
const others: readonly Action[] = [
  { label: 'Start an empty diagram', run: startEmpty },
  { label: 'Open the first example', run: startExample },
  { label: 'Choose a template', run: () => useSession.setState({ dialog: 'templates' }) },
  { label: 'Open one of your diagrams', run: () => useSession.setState({ dialog: 'diagrams' }) },
  { label: 'Compare with another diagram', run: () => useSession.setState({ dialog: 'difference' }) },
  { label: 'Show the versions of this diagram', run: () => useSession.setState({ dialog: 'history' }) },
  { label: 'Import a diagram', run: () => useSession.setState({ dialog: 'import' }) },
  { label: 'Collect from guests', run: async () => (await importing()).collectFromGuests() },
  { label: 'Export the diagram', run: () => useSession.setState({ dialog: 'export' }) },
  { label: 'Copy a link to the diagram', run: () => void copyLink() },
  { label: 'Share the diagram: QR code, Markdown, file', run: () => useSession.setState({ dialog: 'link' }) },
  {
    label: 'Show the problems',
    run: () => useSession.setState({ bottomTab: 'problems', bottomOpen: true }),
  },
  {
    label: 'Show the reachability of every backend',
    run: () => useSession.setState({ bottomTab: 'reachability', bottomOpen: true }),
  },
  { label: 'Compare floating IP on and off', run: compareWatched },
  { label: 'Play the packets of every rule at once', also: 'all', run: () => playSwarm(null) },
  { label: 'Stop the packets of every rule', also: 'all', run: stopSwarm },
  {
    label: 'Edit the diagram as tables',
    run: () => useSession.setState({ bottomTab: 'table', bottomOpen: true }),
  },
  {
    label: 'Edit the diagram as JSON',
    run: () => useSession.setState({ bottomTab: 'code', bottomOpen: true }),
  },
  { label: 'Take the guide', run: openGuide },
  { label: 'Close the panel at the bottom', run: () => useSession.setState({ bottomOpen: false }) },
  ...alignments.map((how): Action => ({ label: alignLabel(how), run: () => alignSelection(how) })),
  ...(['horizontally', 'vertically'] as const).map(
    (direction): Action => ({ label: spreadLabel(direction), run: () => spreadSelection(direction) }),
  ),
  {
    label: 'Lock or unlock the diagram',
    run: () => setCanvasState(({ locked }) => ({ locked: !locked })),
  },
  { label: 'Use the light theme', run: () => prefer({ theme: 'light' }) },
  { label: 'Use the dark theme', run: () => prefer({ theme: 'dark' }) },
  { label: 'Use the theme of the system', run: () => prefer({ theme: 'system' }) },
]

/** Shortcuts that are of no use in the finder: they open it, or step through what has the keyboard. */
const leftOut = new Set(['Escape', 'ArrowLeft', 'ArrowRight', 'Shift ArrowLeft', 'Ctrl K', 'Ctrl F'])

const withKeys: readonly Action[] = shortcuts.flatMap(({ group, label, keys: [keys = ''], run }) =>
  run && !leftOut.has(keys)
    ? [
        {
          label:
            group === 'Add to the diagram' ? `Add ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label,
          keys,
          run: () => void run(keys),
        },
      ]
    : [],
)

/** Every action of the product, each once. */
export const actions: readonly Entry[] = [...others, ...withKeys].map(({ also = '', ...action }) => ({
  ...action,
  id: `action ${action.label}`,
  text: `${action.label} ${also}`.toLowerCase(),
}))
