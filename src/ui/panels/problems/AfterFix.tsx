import { Check, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { applyCommands } from '../../../core/edit/command.ts'
import type { Fix } from '../../../core/lint/diagnostic.ts'
import { reachabilityOfRule } from '../../../core/simulator/summary.ts'
import { useDocument } from '../../store/document.ts'

/** Above this many resources a repair is not tried out before it is made. */
const mostResources = 2000

/** How many members a rule would reach once a repair is made. */
export function AfterFix({ fix, resource }: { readonly fix: Fix; readonly resource: string }) {
  const document = useDocument()
  const { resources } = document
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing but the resources counts
  const after = useMemo(() => {
    if (Object.keys(resources).length > mostResources) return undefined
    return reachabilityOfRule(applyCommands(document, fix.commands), resource)
  }, [resources, fix, resource])
  if (!after || after.total === 0) return null
  const name = resources[resource]?.name ?? resource
  const Icon = after.answered === after.total ? Check : TriangleAlert
  return (
    <div className="after-fix">
      <h4>After this fix</h4>
      <p>
        <Icon size={14} aria-hidden="true" />
        {name} reaches {after.answered} of {after.total} backends
      </p>
    </div>
  )
}
