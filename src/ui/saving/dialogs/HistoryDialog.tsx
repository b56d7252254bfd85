import { Bookmark, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { currentDocument } from '../../store/document.ts'
import { flush } from '../autosave.ts'
import type { SavedState } from '../library/database.ts'
import { library } from '../library.ts'
import { failureOf } from '../storage.ts'
import { useWorkspace } from '../workspace.ts'
import { NameForm } from './NameForm.tsx'
import { restore } from './open-saved.ts'
import { StatePreview } from './StatePreview.tsx'
import { titleOfState } from './title-of-state.ts'
import { whenText } from './when.ts'
import './saved.css'

const refusals = {
  full: 'There is no room left in this browser for another version.',
  blocked: 'This browser does not let the page keep versions.',
} as const

const title = 'Versions of this diagram'

interface Chosen {
  readonly state: SavedState
  readonly document?: TopologyDocument
}

/** The states that the open diagram had: to look at, to keep under a name and to go back to. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const shared = useWorkspace((state) => state.shared)
  if (!shared) return <States onClose={onClose} />
  return (
    <Dialog title={title} onClose={onClose}>
      <p>A shared diagram has no versions here. They begin when you edit a copy.</p>
    </Dialog>
  )
}

function States({ onClose }: { readonly onClose: () => void }) {
  const diagram = useWorkspace((state) => state.diagram)
  const [states, setStates] = useState<readonly SavedState[]>()
  const [chosen, setChosen] = useState<Chosen>()
  const [problem, setProblem] = useState('')

  const act = async (run: (loaded: Awaited<ReturnType<typeof library>>) => Promise<unknown>) => {
    try {
      await flush()
      const loaded = await library()
      await run(loaded)
      setStates(await loaded.statesOf(diagram))
      setProblem('')
    } catch (error) {
      setProblem(refusals[failureOf(error)])
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is read once, and after each change.
  useEffect(() => {
    act(async () => undefined)
  }, [])

  const choose = (state: SavedState) =>
    act(async ({ textOfState, parseDocumentText }) => {
      const result = parseDocumentText((await textOfState(state.key)) ?? '')
      setChosen({ state, ...(result.ok ? { document: result.document } : {}) })
    })
  const keep = (name: string) =>
    act(({ nameState, textOf }) => nameState(diagram, name, textOf(currentDocument()), Date.now()))
  const remove = (state: SavedState) =>
    act(async ({ removeState }) => {
      await removeState(state.key)
      if (chosen?.state.key === state.key) setChosen(undefined)
    })
  const goBack = () => {
    if (!chosen?.document) return
    restore(`Restore “${titleOfState(chosen.state)}”`, chosen.document)
    onClose()
  }

  return (
    <Dialog
      title={title}
      width={920}
      onClose={onClose}
      footer={
        <Button variant="primary" disabled={!chosen?.document} onClick={goBack}>
          Restore this version
        </Button>
      }
    >
      <NameForm
        label="Name of the version"
        button="Keep the present version"
        placeholder="Before the change of Friday"
        onName={keep}
      />
      <div role="alert" className="saved__alert">
        {problem && <p className="saved__problem">{problem}</p>}
      </div>
      <div className="history">
        <ul className="saved__list history__states">
          {states?.map((state) => (
            <li key={state.key} className="saved__row">
              <button
                type="button"
                className="history__state"
                aria-pressed={chosen?.state.key === state.key}
                onClick={() => choose(state)}
              >
                <span className="saved__name">
                  {state.name !== undefined && <Bookmark size={14} aria-label="Kept version" />}
                  {titleOfState(state)}
                </span>
                <span className="saved__about">{whenText(state.savedAt, Date.now())}</span>
              </button>
              {state.name !== undefined && (
                <IconButton
                  size="small"
                  label={`Delete the version ${state.name}`}
                  icon={<Trash2 size={15} />}
                  onClick={() => remove(state)}
                />
              )}
            </li>
          ))}
          {states?.length === 0 && <li className="saved__about">Nothing was saved of it yet.</li>}
        </ul>
        {chosen ? (
          <StatePreview title={titleOfState(chosen.state)} document={chosen.document} />
        ) : (
          <p className="history__none">
            Choose a version to see what restoring it would change. The last 50 are kept, and those with a
            name.
          </p>
        )}
      </div>
    </Dialog>
  )
}
