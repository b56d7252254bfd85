import type { Draft } from '../draft.ts'
import type { Point } from '../geometry.ts'

/** Where something new was dropped. */
export interface Drop {
  /** The id of the thing under the pointer, or of the thing from whose menu it was added. */
  readonly owner?: string
  /** The place of the pointer on the canvas: the new node's upper left corner. */
  readonly position?: Point
  /** Where the person looks, for adding by key or menu: it says which things are meant, not where the new one goes. */
  readonly near?: Point
}

/** The point from which the nearest things are meant. */
export const pointOf = ({ position, near }: Drop): Point | undefined => position ?? near

/** One way to go on, where something new can be made in several. */
export interface CreatorChoice {
  readonly label: string
  readonly make: (draft: Draft) => Created
}

/** Something new: its id, and what the step is called. */
export interface Created {
  readonly created: string
  readonly label: string
}

/** What a creator did to its draft, why it did nothing, or what it has to know first. */
export type CreatorResult =
  | Created
  | { readonly refusal: string }
  | { readonly question: string; readonly choices: readonly CreatorChoice[] }

/** Adds one thing, and what it needs to make sense, to a draft. */
export type Creator = (draft: Draft, drop: Drop) => CreatorResult
