import { type CreateKind, create } from '../../../core/edit/create.ts'
import { type ResourceType, typeOfId } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { currentDocument, edit, mayEdit } from '../../store/document.ts'
import { notify, select } from '../../store/session.ts'
import { inSentence } from './set-field.ts'
import type { Subject } from './subject.ts'

/** Something that the add menu of an owner offers. */
export interface Addition {
  readonly label: string
  readonly type: ResourceType
  readonly run: () => void
}

const additionKinds: { readonly [Type in ResourceType]?: readonly CreateKind[] } = {
  loadBalancer: [
    'internalFrontend',
    'publicFrontend',
    'loadBalancingRule',
    'inboundNatRule',
    'outboundRule',
    'probe',
    'backendAddressPool',
  ],
  frontendIPConfiguration: ['loadBalancingRule', 'inboundNatRule'],
  backendAddressPool: ['virtualMachine', 'loadBalancingRule', 'outboundRule'],
  virtualNetwork: ['subnet'],
  subnet: ['virtualMachine', 'client'],
  virtualMachine: ['networkInterface', 'loopbackInterface', 'listener'],
  networkInterface: ['ipConfiguration'],
  natGateway: ['publicIPAddress'],
}

const words: { readonly [Kind in CreateKind]?: string } = {
  internalFrontend: 'Internal frontend IP',
  publicFrontend: 'Public frontend IP',
}

const typeOfKind = (kind: CreateKind): ResourceType =>
  kind === 'internalFrontend' || kind === 'publicFrontend' ? 'frontendIPConfiguration' : kind

function carryOut(label: string, commands: Parameters<typeof edit>[1], created: string): void {
  if (!mayEdit()) return
  edit(label, commands)
  select([created], { reveal: true })
}

function addTo(kind: CreateKind, owner: string): void {
  const result = create(currentDocument(), kind, { owner })
  if ('refusal' in result) notify({ tone: 'refused', text: result.refusal })
  else if (!('choices' in result)) carryOut(result.label, result.commands, result.created)
}

/** What can be added to a thing. Where something can be made in several ways, each of them. */
export function additionsFor(id: string): readonly Addition[] {
  const owner = typeOfId(id)
  return ((owner && additionKinds[owner]) ?? []).flatMap((kind): Addition[] => {
    const type = typeOfKind(kind)
    const plain = { type, label: words[kind] ?? capitalised(resourceDefinitions[type].noun) }
    if (kind !== 'loopbackInterface') return [{ ...plain, run: () => addTo(kind, id) }]
    const result = create(currentDocument(), kind, { owner: id })
    if (!('choices' in result)) return [{ ...plain, run: () => addTo(kind, id) }]
    return result.choices.map((choice) => ({
      type,
      label: choice.label,
      run: () => carryOut(choice.label, choice.commands, choice.created),
    }))
  })
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const kindsForReference: { readonly [Type in ResourceType]?: CreateKind } = {
  publicIPAddress: 'publicIPAddress',
  networkSecurityGroup: 'networkSecurityGroup',
  routeTable: 'routeTable',
  natGateway: 'natGateway',
  probe: 'probe',
  backendAddressPool: 'backendAddressPool',
  subnet: 'subnet',
}

/** What makes a new thing for an empty reference and puts it there; nothing where none can be made alone. */
export function createForReference(
  { id, model, name }: Subject,
  path: string,
  to: readonly ResourceType[],
): { readonly label: string; readonly run: () => void } | undefined {
  const [type] = to
  const kind = type && to.length === 1 ? kindsForReference[type] : undefined
  if (!type || !kind) return undefined
  const { noun } = resourceDefinitions[type]
  return {
    label: `New ${inSentence(noun)} for ${name}`,
    run: () => {
      const owner = model.get(id) ? id : undefined
      const result = create(currentDocument(), kind, owner === undefined ? {} : { owner })
      if ('refusal' in result) return notify({ tone: 'refused', text: result.refusal })
      if ('choices' in result) return undefined
      return edit(result.label, [
        ...result.commands,
        { type: 'resource.set', id, path, value: result.created },
      ])
    },
  }
}
