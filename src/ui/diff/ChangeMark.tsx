import { Minus, Pencil, Plus } from 'lucide-react'
import type { ThingChange } from '../../core/diff/diff.ts'
import './change-mark.css'

const marks = {
  added: { Icon: Plus, word: 'Added' },
  removed: { Icon: Minus, word: 'Removed' },
  changed: { Icon: Pencil, word: 'Changed' },
} as const

/** An icon and a word for what became of a thing. */
export function ChangeMark({ kind }: { readonly kind: ThingChange['kind'] }) {
  const { Icon, word } = marks[kind]
  return (
    <span className={`change-mark change-mark--${kind}`}>
      <Icon size={13} aria-hidden="true" />
      {word}
    </span>
  )
}
