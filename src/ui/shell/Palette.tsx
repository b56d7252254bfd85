import { CircleHelp, Keyboard } from 'lucide-react'
import type { DragEvent } from 'react'
import { addFromPalette } from '../canvas/add.ts'
import { Keys } from '../components/Keys.tsx'
import { ResourceIcon } from '../components/ResourceIcon.tsx'
import { tooltip } from '../components/tooltip-attributes.ts'
import { usePreferences } from '../saving/preferences.ts'
import { useReadOnly } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { type PaletteEntry, paletteGroups } from './palette-entries.ts'
import { useNarrow } from './use-media.ts'
import './palette.css'

function startDrag(event: DragEvent, { kind }: PaletteEntry): void {
  event.dataTransfer.setData('application/x-floatpath-kind', kind)
  event.dataTransfer.effectAllowed = 'copy'
  useSession.setState({ dragging: kind })
}

function Entry({ entry, narrow }: { readonly entry: PaletteEntry; readonly narrow: boolean }) {
  const singleKeys = usePreferences((state) => state.singleKeyShortcuts)
  const readOnly = useReadOnly()
  const tip = narrow
    ? tooltip(entry.label, { side: 'right', shortcut: singleKeys ? entry.key : undefined })
    : {}
  return (
    <button
      type="button"
      className="palette__entry"
      draggable={!readOnly}
      disabled={readOnly}
      aria-label={`Add ${entry.label}`}
      onDragStart={(event) => startDrag(event, entry)}
      onDragEnd={() => useSession.setState({ dragging: null })}
      onClick={() => addFromPalette(entry.kind)}
      {...tip}
    >
      <ResourceIcon type={entry.type} size={17} />
      {!narrow && (
        <>
          <span className="palette__label">{entry.label}</span>
          {singleKeys && <Keys keys={entry.key} />}
        </>
      )}
    </button>
  )
}

function ShortcutsButton({ narrow }: { readonly narrow: boolean }) {
  const open = () => useSession.setState({ dialog: 'shortcuts' })
  const Icon = narrow ? CircleHelp : Keyboard
  const tip = narrow ? tooltip('Shortcuts', { side: 'right', shortcut: '?' }) : {}
  return (
    <button type="button" className="palette__entry" aria-label="Shortcuts" onClick={open} {...tip}>
      <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
      {!narrow && (
        <>
          <span className="palette__label">Shortcuts</span>
          <Keys keys="?" />
        </>
      )}
    </button>
  )
}

/** What can be added to the diagram: by dragging, by a click, or by a key. */
export function Palette() {
  const narrow = useNarrow()
  return (
    <nav className={`palette ${narrow ? 'palette--rail' : ''}`} aria-label="Add to the diagram">
      {paletteGroups.map(({ label, entries }) => (
        <section key={label} className="palette__group" aria-label={label}>
          {!narrow && <h2 className="palette__heading">{label}</h2>}
          {entries.map((entry) => (
            <Entry key={entry.kind} entry={entry} narrow={narrow} />
          ))}
        </section>
      ))}
      <div className="palette__foot">
        <ShortcutsButton narrow={narrow} />
      </div>
    </nav>
  )
}
