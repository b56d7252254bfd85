import { create } from 'zustand'
import type { Identity } from '../../core/topology/identity.ts'

/** Something to choose where a thing was dropped. */
export interface Choices {
  readonly title: string
  /** Where it was dropped, on the screen. */
  readonly at: { readonly x: number; readonly y: number }
  readonly options: readonly { readonly label: string; readonly run: () => void }[]
}

/** A menu with what can be done to a thing, or to the diagram where there is none. */
export interface OpenMenu {
  /** Where it was asked for, on the screen. */
  readonly at: { readonly x: number; readonly y: number }
  /** The node or row; with several selected, one of them. */
  readonly target: string | null
}

/** Lines that the watched packet goes along, in its colour. */
export interface Path {
  readonly connections: ReadonlySet<string>
  readonly identity?: Identity
}

/** The row, or the whole node, that has the packet. */
export interface Lit {
  readonly node: string
  readonly row?: string
  readonly tone: 'passing' | 'dropped'
  /** The colour of the packet. */
  readonly identity?: Identity
}

interface CanvasState {
  /** The node whose name is being typed. */
  readonly renaming: string | null
  /** The node or frame on which a thing that is being dragged would land. */
  readonly dropTarget: string | null
  /** While a line is being drawn: from where, and where it may end. */
  readonly connecting: { readonly from: string; readonly possible: ReadonlySet<string> } | null
  readonly choices: Choices | null
  readonly menu: OpenMenu | null
  readonly locked: boolean
  readonly lit: Lit | null
  /** The same for the second of two packets that are compared. */
  readonly alsoLit: Lit | null
  readonly path: Path
}

/** No packet is shown. */
export const noPath: Path = { connections: new Set() }

/** What only the canvas needs to know while somebody works on it. */
export const useCanvasState = create<CanvasState>(() => ({
  renaming: null,
  dropTarget: null,
  connecting: null,
  choices: null,
  menu: null,
  locked: false,
  lit: null,
  alsoLit: null,
  path: noPath,
}))

export const setCanvasState = useCanvasState.setState
