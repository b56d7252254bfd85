import { Columns2 } from 'lucide-react'
import { compareRule } from '../../canvas/compare-rule.ts'
import { Button } from '../../components/Button.tsx'

/** For a rule with a floating IP switch: what the switch changes for its packets. */
export function CompareRule({ id }: { readonly id: string }) {
  return (
    <div className="properties-form__compare">
      <Button size="small" icon={<Columns2 size={14} aria-hidden="true" />} onClick={() => compareRule(id)}>
        Compare floating IP on and off
      </Button>
    </div>
  )
}
