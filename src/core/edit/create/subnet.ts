import { addSubnet, addVirtualNetwork, fullSubnet } from '../bring-along.ts'
import { nearest, ownerOfType } from '../owners.ts'
import { type Creator, pointOf } from './creator.ts'

/** A subnet with the next free prefix of the virtual network it is dropped on. */
export const createSubnet: Creator = (draft, drop) => {
  const model = draft.model()
  const under = ownerOfType(model, drop.owner, 'virtualNetwork')
  const network = under ?? nearest(draft.document(), model.all('virtualNetwork'), pointOf(drop))
  const created = addSubnet(draft, network?.id ?? addVirtualNetwork(draft))
  if (created === undefined) return fullSubnet(draft, undefined)
  return { created, label: `Add subnet ${draft.model().nameOf(created)}` }
}
