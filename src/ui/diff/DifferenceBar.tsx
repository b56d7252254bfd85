import { useMemo } from 'react'
import { Button } from '../components/Button.tsx'
import { useDocument } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { showDifference, useDifference } from './difference.ts'
import { marksBetween } from './marks.ts'

/** Says what the open diagram is held against, and how to stop. */
export function DifferenceBar() {
  const to = useDifference((state) => state.to)
  const document = useDocument()
  const { nodes, ghosts } = useMemo(
    () => (to ? marksBetween(to.document, document) : { nodes: new Map<string, string>(), ghosts: [] }),
    [to, document],
  )
  if (!to) return null
  const added = [...nodes.values()].filter((kind) => kind === 'added').length
  return (
    <div className="bar" role="status">
      <p>
        Compared with {to.name}: {added} added, {nodes.size - added} changed, {ghosts.length} removed on the
        canvas.
      </p>
      <Button size="small" onClick={() => useSession.setState({ dialog: 'difference' })}>
        What changed
      </Button>
      <Button size="small" onClick={() => showDifference(null)}>
        Stop comparing
      </Button>
    </div>
  )
}
