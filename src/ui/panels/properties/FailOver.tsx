import { ArrowRightLeft } from 'lucide-react'
import { clusterNodes, failOver } from '../../../core/lint/fail-over.ts'
import { Button } from '../../components/Button.tsx'
import { edit, useDocument } from '../../store/document.ts'

/** For a cluster address: who holds it, and to whom it can go. */
export function FailOver({ id, name }: { readonly id: string; readonly name: string }) {
  const document = useDocument()
  const nodes = clusterNodes(document, id)
  if (nodes.length === 0) return null
  const holders = nodes.filter(({ holds }) => holds).map((node) => node.name)
  return (
    <section className="properties-section">
      <h3>Failover</h3>
      <p>{holders.length === 0 ? 'No VM holds the address.' : `Held by ${holders.join(', ')}.`}</p>
      <div className="properties-form__actions">
        {nodes
          .filter(({ holds }) => !holds)
          .map((node) => (
            <Button
              key={node.virtualMachine}
              size="small"
              icon={<ArrowRightLeft size={14} aria-hidden="true" />}
              onClick={() =>
                edit(`Fail ${name} over to ${node.name}`, failOver(document, id, node.virtualMachine))
              }
            >
              <span className="button__name">Move to {node.name}</span>
            </Button>
          ))}
      </div>
    </section>
  )
}
