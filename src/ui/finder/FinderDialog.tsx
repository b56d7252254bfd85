import { Command } from 'cmdk'
import { useEffect, useMemo, useState } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import { Keys } from '../components/Keys.tsx'
import { ResourceIcon } from '../components/ResourceIcon.tsx'
import { keyNames } from '../shell/key-names.ts'
import { forgetTyped, typedAhead } from '../shell/typed-ahead.ts'
import { useDocument } from '../store/document.ts'
import { actions } from './actions.ts'
import { type Entry, type EntryGroup, matching, mostShown } from './found.ts'
import { packetsOf, problemsOf, thingsOf } from './things.ts'
import './finder.css'

interface FinderProps {
  readonly onClose: () => void
  /** Whether actions are offered, or only what is in the diagram. */
  readonly withActions: boolean
}

function Line({ entry, onChoose }: { readonly entry: Entry; readonly onChoose: () => void }) {
  return (
    <Command.Item className="finder__line" value={entry.id} onSelect={onChoose}>
      {entry.type && <ResourceIcon type={entry.type} />}
      <span className="finder__label">{entry.label}</span>
      {entry.detail && <span className="finder__detail">{entry.detail}</span>}
      {entry.keys && <Keys keys={keyNames(entry.keys)} />}
    </Command.Item>
  )
}

function Finder({ onClose, withActions }: FinderProps) {
  const document = useDocument()
  const [text, setText] = useState(typedAhead)
  useEffect(forgetTyped, [])
  const all: readonly EntryGroup[] = useMemo(
    () => [
      ...(withActions ? [{ heading: 'Actions', entries: actions }] : []),
      { heading: 'In the diagram', entries: thingsOf(document) },
      { heading: 'Problems', entries: problemsOf(document) },
      { heading: 'Packets', entries: packetsOf(document) },
    ],
    [document, withActions],
  )
  const found = all.map(({ heading, entries }) => ({ heading, entries: matching(entries, text) }))
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0)
  const label = withActions ? 'Find an action, thing, problem or packet' : 'Find in the diagram'
  return (
    <Dialog title={withActions ? 'Actions and search' : 'Find in the diagram'} width={680} onClose={onClose}>
      <Command className="finder" label={label} shouldFilter={false} loop>
        <Command.Input
          className="input finder__input"
          data-first-focus
          placeholder="Name, address, port, lint rule or verdict"
          aria-label={label}
          value={text}
          onValueChange={setText}
        />
        <p className="visually-hidden" role="status">
          {count === 1 ? '1 result' : `${count} results`}
        </p>
        {count === 0 && <p className="finder__none">Nothing matches “{text}”.</p>}
        <Command.List className="finder__list" label="Results" hidden={count === 0}>
          {found.map(
            ({ heading, entries }) =>
              entries.length > 0 && (
                <Command.Group key={heading} heading={heading} className="finder__group">
                  {entries.slice(0, mostShown).map((entry) => (
                    <Line
                      key={entry.id}
                      entry={entry}
                      onChoose={() => {
                        onClose()
                        entry.run()
                      }}
                    />
                  ))}
                  {entries.length > mostShown && (
                    <p className="finder__more">
                      {entries.length - mostShown} more. Type on to narrow them down.
                    </p>
                  )}
                </Command.Group>
              ),
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}

/** One box for everything that can be done and everything that is there. */
export const FinderDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Finder onClose={onClose} withActions />
)

/** The same box, for what is in the diagram only. */
export const FindDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Finder onClose={onClose} withActions={false} />
)
