import { memo } from 'react'
import { membersWord, namedMembers } from '../../../core/drawing/views/pool.ts'
import type { PoolMemberView, PoolView } from '../../../core/drawing/views/view.ts'
import { select } from '../../store/session.ts'
import { clip } from '../clip.ts'
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

/** A backend pool over its members. */
export const PoolNode = memo(({ id, data }: FlowNodeProps) => {
  const { name, problems, members } = data as PoolView
  const more = members.length - namedMembers
  return (
    <NodeShell id={id} type="backendAddressPool" name={name} problems={problems} inY={48} outY={48}>
      <div className="node__line node__muted">{membersWord(members.length)}</div>
      <ul className="pool-members">
        {members.slice(0, namedMembers).map((member) => (
          <Member key={member.key} member={member} />
        ))}
        {more > 0 && <li className="pool-member node__muted">and {more} more</li>}
        {members.length === 0 && <li className="pool-member node__muted">Connect a VM</li>}
      </ul>
    </NodeShell>
  )
})
PoolNode.displayName = 'PoolNode'
