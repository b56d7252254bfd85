import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { ResourceType } from '../../topology/resource-type.ts'
import type { Draft } from '../draft.ts'

/** What a line between two things of certain types means. The direction of drawing does not matter. */
export interface Connector {
  readonly one: ResourceType
  readonly other: ResourceType
  /** Why these two cannot be connected and what to do instead, or `undefined` where they can. Cheap: asked for every node while a line is drawn. */
  readonly refuse: (model: TopologyModel, one: string, other: string) => string | undefined
  /** Sets the reference and returns the name of the step. */
  readonly join: (draft: Draft, one: string, other: string) => string
}

/** A connector whose functions know the types of their ends. */
export function connector<One extends ResourceType, Other extends ResourceType>(
  one: One,
  other: Other,
  refuse: (model: TopologyModel, one: Resource<One>, other: Resource<Other>) => string | undefined,
  join: (draft: Draft, one: Resource<One>, other: Resource<Other>) => string,
): Connector {
  const ends = (model: TopologyModel, left: string, right: string) => {
    return [model.find(one, left), model.find(other, right)] as [Resource<One>, Resource<Other>]
  }
  return {
    one,
    other,
    refuse: (model, left, right) => refuse(model, ...ends(model, left, right)),
    join: (draft, left, right) => join(draft, ...ends(draft.model(), left, right)),
  }
}
