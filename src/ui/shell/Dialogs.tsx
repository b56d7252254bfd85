import { lazy, Suspense } from 'react'
import { useSession } from '../store/session.ts'
import './dialogs.css'

/** Each dialog is loaded when it is first opened. */
const dialogs = {
  import: lazy(() => import('./ImportDialog.tsx').then((module) => ({ default: module.ImportDialog }))),
  export: lazy(() => import('./ExportDialog.tsx').then((module) => ({ default: module.ExportDialog }))),
  link: lazy(() => import('../permalink/LinkDialog.tsx').then((module) => ({ default: module.LinkDialog }))),
  shortcuts: lazy(() =>
    import('./ShortcutsDialog.tsx').then((module) => ({ default: module.ShortcutsDialog })),
  ),
} as const

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useSession((state) => state.dialog)
  if (dialog === null) return null
  const Open = dialogs[dialog]
  return (
    <Suspense>
      <Open onClose={() => useSession.setState({ dialog: null })} />
    </Suspense>
  )
}
