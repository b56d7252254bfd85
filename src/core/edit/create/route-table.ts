import { fullSubnet, subnetFor } from '../bring-along.ts'
import { freeName } from '../names.ts'
import type { Creator } from './creator.ts'

/** A route table on a subnet, without routes yet. */
export const createRouteTable: Creator = (draft, drop) => {
  const home = subnetFor(draft, drop)
  const subnet = draft.model().find('subnet', home)
  if (!subnet) return fullSubnet(draft, undefined)
  const present = draft.model().find('routeTable', subnet.routeTable)
  if (present) {
    return {
      refusal: `${subnet.name} has the route table ${present.name} already, and Azure allows one. Add routes to it, or remove it first.`,
    }
  }
  const name = freeName(draft.document(), 'routeTable', `rt-${subnet.name}`)
  const created = draft.add('routeTable', { name, routes: [] })
  draft.set(subnet.id, 'routeTable', created)
  return { created, label: `Add route table ${name} to ${subnet.name}` }
}
