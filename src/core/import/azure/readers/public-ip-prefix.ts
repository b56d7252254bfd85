import { prefixText } from '../fields.ts'
import type { Source } from '../source.ts'

export function publicIPPrefix(from: Source): void {
  from.take(prefixText, 'ipPrefix')
}
