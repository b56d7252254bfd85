import { ChevronDown, Wrench } from 'lucide-react'
import { withRoom } from '../../../core/edit/make-room.ts'
import type { Diagnostic, Fix } from '../../../core/lint/diagnostic.ts'
import { Button } from '../../components/Button.tsx'
import { Menu } from '../../components/Menu.tsx'
import { currentDocument, edit } from '../../store/document.ts'
import { keepFocus } from '../keep-focus.ts'

/** Makes a repair as one step; what grows with it pushes its neighbours aside. */
export function applyFix({ label, commands }: Fix): void {
  keepFocus()
  edit(label, withRoom(currentDocument(), commands))
}

/** The repairs of a finding behind one small button. */
export function FixButton({ diagnostic }: { readonly diagnostic: Diagnostic }) {
  const { fixes } = diagnostic
  const [first, ...more] = fixes
  if (!first) return null
  if (more.length === 0) {
    return (
      <Button
        size="small"
        icon={<Wrench size={13} aria-hidden="true" />}
        title={first.label}
        aria-label={`Fix: ${first.label}`}
        onClick={() => applyFix(first)}
      >
        Fix
      </Button>
    )
  }
  return (
    <Menu
      trigger={
        <Button
          size="small"
          icon={<Wrench size={13} aria-hidden="true" />}
          aria-label={`${fixes.length} ways to fix: ${diagnostic.message}`}
        >
          Fix
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      }
      groups={[{ items: fixes.map((fix) => ({ label: fix.label, run: () => applyFix(fix) })) }]}
    />
  )
}
