import { Copy, FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { backToOwn } from '../../permalink/shared.ts'
import { startEmpty } from '../../shell/new-diagram.ts'
import { edit } from '../../store/document.ts'
import { notify } from '../../store/session.ts'
import { flush } from '../autosave.ts'
import type { SavedDiagram } from '../library/database.ts'
import { library } from '../library.ts'
import { failureOf } from '../storage.ts'
import { useWorkspace } from '../workspace.ts'
import { DamagedCopies } from './DamagedCopies.tsx'
import { NameForm } from './NameForm.tsx'
import { openAnother, openSaved } from './open-saved.ts'
import { whenText } from './when.ts'
import './saved.css'

const refusals = {
  full: 'There is no room left in this browser. Delete a diagram first.',
  blocked: 'This browser does not let the page keep diagrams.',
} as const

/** Everything that is kept in this browser: to open, rename, copy or delete. */
export function DiagramsDialog({ onClose }: { readonly onClose: () => void }) {
  const current = useWorkspace(({ diagram }) => diagram)
  const shared = useWorkspace((state) => state.shared)
  const [diagrams, setDiagrams] = useState<readonly SavedDiagram[]>()
  const [renaming, setRenaming] = useState<string>()
  const [problem, setProblem] = useState('')
  const [deleted, setDeleted] = useState<{ readonly name: string; readonly bringBack: () => void }>()

  /** Does something with the library and shows what it holds then. */
  const act = async (run: (loaded: Awaited<ReturnType<typeof library>>) => Promise<unknown>) => {
    try {
      await flush()
      const loaded = await library()
      await run(loaded)
      setDiagrams(await loaded.listDiagrams())
      setProblem('')
    } catch (error) {
      setProblem(refusals[failureOf(error)])
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is read once, and after each change.
  useEffect(() => {
    act(async () => undefined)
  }, [])

  const open = (id: string) =>
    act(async () => {
      if (id === current) backToOwn()
      if (id === current || (await openSaved(id))) onClose()
    })
  const rename = (id: string, name: string) => {
    setRenaming(undefined)
    if (id === current) backToOwn()
    if (id === current) edit(`Rename the diagram to ${name}`, [{ type: 'document.rename', name }])
    act((loaded) => (id === current ? flush() : loaded.renameDiagram(id, name)))
  }
  const remove = ({ id, name }: SavedDiagram) =>
    act(async (loaded) => {
      const wasOpen = id === current
      if (wasOpen) backToOwn()
      await loaded.deleteDiagram(id)
      if (wasOpen) await openAnother()
      const bringBack = () => {
        setDeleted(undefined)
        act(async () => {
          await loaded.bringBackDiagram(id)
          if (wasOpen) await openSaved(id)
        })
      }
      setDeleted({ name, bringBack })
      // The dialog covers notices while it is open; this one is there when it closes.
      notify({
        tone: 'info',
        text: `${name} is deleted.`,
        action: { label: 'Undo', run: bringBack },
      })
    })

  return (
    <Dialog
      title="Your diagrams"
      width={720}
      onClose={onClose}
      footer={
        <>
          <span className="saved__deleted" role="status">
            {deleted && (
              <>
                {deleted.name} is deleted.{' '}
                <Button size="small" onClick={deleted.bringBack}>
                  Undo
                </Button>
              </>
            )}
          </span>
          <Button
            icon={<FilePlus2 size={16} />}
            onClick={() => {
              startEmpty()
              onClose()
            }}
          >
            Start an empty diagram
          </Button>
        </>
      }
    >
      <p className="saved__note">
        They are kept in this browser and nowhere else. To keep one elsewhere, export it as JSON.
      </p>
      <div role="alert" className="saved__alert">
        {problem && <p className="saved__problem">{problem}</p>}
      </div>
      {diagrams?.length === 0 && <p>Nothing is saved yet. A diagram is saved as soon as you change it.</p>}
      <ul className="saved__list">
        {diagrams?.map((diagram) => {
          const { id, name, things, savedAt } = diagram
          const shown = name || 'Untitled diagram'
          return (
            <li key={id} className="saved__row">
              {renaming === id ? (
                <NameForm
                  label="Name of the diagram"
                  button="Rename"
                  value={name}
                  onCancel={() => setRenaming(undefined)}
                  onName={(next) => rename(id, next)}
                />
              ) : (
                <>
                  <div className="saved__words">
                    <span className="saved__name">
                      {shown} {id === current && !shared && <Badge>Open here</Badge>}
                    </span>
                    <span className="saved__about">
                      {things === 1 ? '1 thing' : `${things} things`}, saved {whenText(savedAt, Date.now())}
                    </span>
                  </div>
                  <Button size="small" aria-label={`Open ${shown}`} onClick={() => open(id)}>
                    Open
                  </Button>
                  <IconButton
                    size="small"
                    label={`Rename ${shown}`}
                    icon={<Pencil size={15} />}
                    onClick={() => setRenaming(id)}
                  />
                  <IconButton
                    size="small"
                    label={`Copy ${shown}`}
                    icon={<Copy size={15} />}
                    onClick={() => act((loaded) => loaded.duplicateDiagram(id))}
                  />
                  <IconButton
                    size="small"
                    label={`Delete ${shown}`}
                    icon={<Trash2 size={15} />}
                    onClick={() => remove(diagram)}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      <DamagedCopies />
    </Dialog>
  )
}
