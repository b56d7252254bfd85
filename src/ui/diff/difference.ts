import { create } from 'zustand'
import type { TopologyDocument } from '../../core/topology/document.ts'

interface Difference {
  /** The diagram that the open one is held against, and what to call it. */
  readonly to: { readonly name: string; readonly document: TopologyDocument } | null
}

/** What the open diagram is held against on the canvas: never saved or shared. */
export const useDifference = create<Difference>(() => ({ to: null }))

/** Shows on the canvas how the open diagram differs from another one; `null` shows it no more. */
export const showDifference = (to: Difference['to']): void => useDifference.setState({ to })
