import { ChevronDown, Wrench } from 'lucide-react'
import type { Diagnostic, Fix } from '../../../core/lint/diagnostic.ts'
import { Button } from '../../components/Button.tsx'
import { Menu, type MenuGroup } from '../../components/Menu.tsx'
import { applyFix } from './apply-fix.ts'
import { choicesForAll, fixAllLike } from './fix-many.ts'

interface FixButtonProps {
  readonly diagnostic: Diagnostic
  readonly fixes: readonly Fix[]
  /** How many findings its lint rule has. */
  readonly ofThisKind: number
}

/** The repairs of a finding behind one small button, and where there are more of its kind, of all of them. */
export function FixButton({ diagnostic, fixes, ofThisKind }: FixButtonProps) {
  const [first, ...more] = fixes
  if (!first) return null
  const several = ofThisKind > 1
  if (more.length === 0 && !several) {
    return (
      <Button
        size="small"
        icon={<Wrench size={13} aria-hidden="true" />}
        title={first.label}
        aria-label={`Fix: ${first.label}`}
        onClick={() => applyFix(diagnostic, first)}
      >
        Fix
      </Button>
    )
  }
  const groups: readonly MenuGroup[] = [
    { items: fixes.map((fix) => ({ label: fix.label, run: () => applyFix(diagnostic, fix) })) },
    ...(several
      ? [
          {
            heading: 'All of this kind',
            items: choicesForAll(fixes, ofThisKind).map((label, choice) => ({
              label,
              run: () => fixAllLike(diagnostic, choice),
            })),
          },
        ]
      : []),
  ]
  return (
    <Menu
      trigger={
        <Button
          size="small"
          icon={<Wrench size={13} aria-hidden="true" />}
          aria-label={`Ways to fix: ${diagnostic.message}`}
        >
          Fix
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      }
      groups={groups}
    />
  )
}
