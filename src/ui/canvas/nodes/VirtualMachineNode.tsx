import { memo } from 'react'
import type { VirtualMachineView } from '../../../core/drawing/views/view.ts'
import { osWord } from '../../../core/drawing/views/virtual-machine.ts'
import { standsForThing } from '../../../core/drawing/views/virtual-machine-rows.ts'
import { useSession } from '../../store/session.ts'
import { useCanvasState } from '../canvas-state.ts'
import { FoldRow } from './FoldRow.tsx'
import { MachineRow } from './MachineRow.tsx'
import { MeasuredFrame } from './MeasuredFrame.tsx'
import type { FlowNodeProps } from './node-props.ts'
import { RowView } from './RowView.tsx'
import { NodeShell } from './Shell.tsx'
import { WhatIfProbe } from './WhatIfProbe.tsx'

/** A VM: what Azure knows of it, and inside the guest boundary what only the guest knows. */
export const VirtualMachineNode = memo(({ id, data }: FlowNodeProps) => {
  const view = data as VirtualMachineView
  if (view.detail === 'row') return <RowView id={id} view={view} />
  return <FullView id={id} view={view} />
})
VirtualMachineNode.displayName = 'VirtualMachineNode'

function FullView({ id, view }: { readonly id: string; readonly view: VirtualMachineView }) {
  const { name, problems, os, rows, guestTop } = view
  const lit = useCanvasState((state) => (state.lit?.node === id ? state.lit : null))
  const alsoLit = useCanvasState((state) => (state.alsoLit?.node === id ? state.alsoLit : null))
  const litRow = (key: string) => (lit?.row === key ? lit : alsoLit?.row === key ? alsoLit : undefined)
  const selected = useSession(
    ({ selection }) => rows.find((row) => selection.some((id) => standsForThing(row, id)))?.key,
  )
  const nic = rows.find(({ kind }) => kind === 'nic')
  return (
    <NodeShell
      id={id}
      type="virtualMachine"
      name={name}
      problems={problems}
      className="node--machine"
      aside={
        <>
          <MeasuredFrame id={id} />
          <WhatIfProbe id={id} view={view} />
          {os === undefined ? undefined : osWord(os)}
        </>
      }
      inY={nic ? nic.y + 16 : 22}
    >
      <div className="guest" style={{ top: guestTop }}>
        <span className="guest__label">Guest</span>
      </div>
      {rows.map((row) => {
        const shown = { selected: row.key === selected, lit: litRow(row.key) }
        if (row.kind !== 'more') return <MachineRow key={row.key} row={row} {...shown} />
        return <FoldRow key={row.key} id={id} name={name} row={row} {...shown} />
      })}
    </NodeShell>
  )
}
