import { memo } from 'react'
import { membersWord } from '../../../core/drawing/views/pool.ts'
import type { PoolMemberView, PoolView } from '../../../core/drawing/views/view.ts'
import { namedMembers, namedOf } from '../../../core/edit/pool-lines.ts'
import { select } from '../../store/session.ts'
import { clip } from '../clip.ts'
import { fold } from '../fold.ts'
import type { FlowNodeProps } from './node-props.ts'
import { NodeShell } from './Shell.tsx'

function Member({ member }: { readonly member: PoolMemberView }) {
  const { id, name, address } = member
  const title = address === undefined ? name : `${name}, ${address}`
  if (id === undefined) {
    return (
      <li className={`pool-member ${clip(address ?? name, 11)}`} title={title}>
        {address ?? name}
      </li>
    )
  }
  return (
    <li>
      <button
        type="button"
        className={`pool-member ${clip(name, 11)}`}
        title={title}
        onClick={(event) => {
          event.stopPropagation()
          select([id])
        }}
      >
        {name}
      </button>
    </li>
  )
}

/** Eight members, all of them, none, and eight again. */
const nextFold = (collapsed: boolean | undefined) =>
  collapsed === undefined ? false : collapsed ? undefined : true

/** What of many members is shown next: all, none, or the first ones. */
function FoldButton({ id, name, more, collapsed }: FoldButtonProps) {
  const [words, label] =
    collapsed === undefined
      ? [`and ${more} more`, `Show all members of ${name}, ${more} more`]
      : collapsed
        ? ['Show them', `Show the members of ${name}`]
        : ['Fold', `Fold the members of ${name}`]
  return (
    <button
      type="button"
      className="pool-member node__muted"
      aria-label={label}
      aria-expanded={collapsed !== true}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        fold(id, nextFold(collapsed))
      }}
    >
      {words}
    </button>
  )
}

interface FoldButtonProps {
  readonly id: string
  readonly name: string
  readonly more: number
  readonly collapsed: boolean | undefined
}

/** A backend pool over its members; many of them can be folded. */
export const PoolNode = memo(({ id, data }: FlowNodeProps) => {
  const { name, problems, members, collapsed } = data as PoolView
  const named = namedOf(members.length, collapsed)
  const isMany = members.length > namedMembers
  return (
    <NodeShell id={id} type="backendAddressPool" name={name} problems={problems} inY={48} outY={48}>
      <div className="node__line node__muted">{membersWord(members.length)}</div>
      <ul className="pool-members">
        {members.slice(0, named).map((member) => (
          <Member key={member.key} member={member} />
        ))}
        {isMany && (
          <li>
            <FoldButton id={id} name={name} more={members.length - named} collapsed={collapsed} />
          </li>
        )}
        {members.length === 0 && <li className="pool-member node__muted">Connect a VM</li>}
      </ul>
    </NodeShell>
  )
})
PoolNode.displayName = 'PoolNode'
