import { Columns2 } from 'lucide-react'
import { compareRule } from '../compare-rule.ts'
import { NodeButton } from './NodeButton.tsx'

interface CompareButtonProps {
  readonly id: string
  readonly name: string
}

/** Shows a rule's packet with floating IP on and off side by side. */
export function CompareButton({ id, name }: CompareButtonProps) {
  const label = `Compare floating IP on and off for ${name}`
  return <NodeButton label={label} icon={Columns2} onPress={() => compareRule(id)} />
}
