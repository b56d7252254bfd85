import { flag } from '../fields.ts'
import type { Source } from '../source.ts'

export function networkInterface(from: Source): void {
  from.one('virtualMachine', 'virtualMachine')
  from.take(flag, 'enableIPForwarding')
  from.one('networkSecurityGroup', 'networkSecurityGroup')
}
