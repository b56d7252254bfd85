import { useEffect } from 'react'
import { typeOfId } from '../../../core/topology/resource-type.ts'
import { useSession } from '../../store/session.ts'
import { showTable, useTableView } from './table-view.ts'

/** Goes to the row of what is selected elsewhere: on the canvas, in the problems, by the finder. */
export function useFollowSelection(): void {
  const last = useSession(({ selection }) => selection.at(-1))
  useEffect(() => {
    const type = last === undefined ? undefined : typeOfId(last)
    if (last === undefined || !type || useTableView.getState().at.row === last) return
    showTable(type, last)
  }, [last])
}
