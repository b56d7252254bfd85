import type { PoolMember, TopologyModel } from '../topology/model.ts'

/**
 * Works something out once for every list of members. Rules that send to one pool share one list, so that what is
 * asked of each pair of a rule and a member need be found only once for each member.
 */
export function perList<Value>(
  compute: (model: TopologyModel, members: readonly PoolMember[]) => Value,
): (model: TopologyModel, members: readonly PoolMember[]) => Value {
  const values = new WeakMap<TopologyModel, Map<readonly PoolMember[], Value>>()
  return (model, members) => {
    let ofModel = values.get(model)
    if (!ofModel) {
      ofModel = new Map()
      values.set(model, ofModel)
    }
    let value = ofModel.get(members)
    if (value === undefined) {
      value = compute(model, members)
      ofModel.set(members, value)
    }
    return value
  }
}
