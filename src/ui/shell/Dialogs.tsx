import { LinkDialog } from '../permalink/LinkDialog.tsx'
import { useSession } from '../store/session.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import './dialogs.css'

const dialogs = {
  import: ImportDialog,
  export: ExportDialog,
  link: LinkDialog,
  shortcuts: ShortcutsDialog,
} as const

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useSession((state) => state.dialog)
  if (dialog === null) return null
  const Open = dialogs[dialog]
  return <Open onClose={() => useSession.setState({ dialog: null })} />
}
