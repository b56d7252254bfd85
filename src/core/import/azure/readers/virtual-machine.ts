import { listOf } from '../../keys.ts'
import { words } from '../fields.ts'
import type { Source } from '../source.ts'

export function virtualMachine(from: Source): void {
  from.to.set('zone', listOf(from.beside('zones'))[0], words)
}
