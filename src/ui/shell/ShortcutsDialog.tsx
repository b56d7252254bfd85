import { BookOpen } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Keys } from '../components/Keys.tsx'
import { Switch } from '../components/Switch.tsx'
import { prefer, usePreferences } from '../saving/preferences.ts'
import { useSession } from '../store/session.ts'
import { keyNames } from './key-names.ts'
import { shortcuts } from './shortcuts.ts'

const groups = [...new Set(shortcuts.map(({ group }) => group))]

/** Every shortcut there is, and a switch for the single letters. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const singleKeys = usePreferences((state) => state.singleKeyShortcuts)
  return (
    <Dialog
      title="Shortcuts"
      width={760}
      onClose={onClose}
      footer={
        <Button icon={<BookOpen size={16} />} onClick={() => useSession.setState({ dialog: 'lint-rules' })}>
          Lint rules
        </Button>
      }
    >
      <div className="shortcuts__switch">
        <Switch
          label="Single-key shortcuts"
          checked={singleKeys}
          onChange={(singleKeyShortcuts) => prefer({ singleKeyShortcuts })}
        />
        <span>Single-key shortcuts, while the canvas has the focus</span>
      </div>
      <div className="shortcuts">
        {groups.map((group) => (
          <section key={group} className="shortcuts__group">
            <h3>{group}</h3>
            <dl>
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map(({ label, keys, single }) => (
                  <div
                    key={label}
                    className={`shortcuts__row ${single && !singleKeys ? 'shortcuts__row--off' : ''}`}
                  >
                    <dt>{label}</dt>
                    <dd>
                      {keys.map((written, index) => (
                        <span key={written}>
                          {index > 0 && ' or '}
                          <Keys keys={keyNames(written)} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
