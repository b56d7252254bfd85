import { Suspense } from 'react'
import { lazily } from '../components/lazily.ts'
import { useSession } from '../store/session.ts'
import './dialogs.css'

const dialogs = {
  import: lazily(() => import('../importing/ImportDialog.tsx'), 'ImportDialog'),
  export: lazily(() => import('./ExportDialog.tsx'), 'ExportDialog'),
  link: lazily(() => import('../permalink/ShareDialog.tsx'), 'ShareDialog'),
  finder: lazily(() => import('../finder/FinderDialog.tsx'), 'FinderDialog'),
  find: lazily(() => import('../finder/FinderDialog.tsx'), 'FindDialog'),
  templates: lazily(() => import('../gallery/TemplatesDialog.tsx'), 'TemplatesDialog'),
  difference: lazily(() => import('../diff/DifferenceDialog.tsx'), 'DifferenceDialog'),
  diagrams: lazily(() => import('../saving/dialogs/DiagramsDialog.tsx'), 'DiagramsDialog'),
  history: lazily(() => import('../saving/dialogs/HistoryDialog.tsx'), 'HistoryDialog'),
  'lint-rules': lazily(() => import('../panels/catalogue/CatalogueDialog.tsx'), 'CatalogueDialog'),
  shortcuts: lazily(() => import('./ShortcutsDialog.tsx'), 'ShortcutsDialog'),
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
