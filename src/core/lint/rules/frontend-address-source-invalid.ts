import { prefixContains } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

type Frontend = Resource<'frontendIPConfiguration'>

function keepOne(model: TopologyModel, frontend: Frontend): readonly Fix[] {
  return [
    ...fixOf(model, `Keep the public IP address of ${frontend.name}`, (draft) => {
      for (const field of ['subnet', 'privateIPAddress', 'privateIPAllocationMethod']) {
        draft.set(frontend.id, field, undefined)
      }
    }),
    ...fixOf(model, `Keep the subnet of ${frontend.name}; guests then need its private address`, (draft) => {
      for (const field of ['publicIPAddress', 'publicIPPrefix']) draft.set(frontend.id, field, undefined)
    }),
  ]
}

/** Whether a frontend can be in a subnet: one that has its address, in the virtual network of its members. */
function fits(model: TopologyModel, frontend: Frontend, subnet: Resource<'subnet'>): boolean {
  const address = frontend.privateIPAddress
  const prefixes = model.prefixesOf(subnet)
  const holds = prefixes.length === 0 || prefixes.some((prefix) => prefixContains(prefix, address))
  const networks = model
    .rulesOfFrontend(frontend.id)
    .flatMap((one) => model.membersOfRule(one))
    .flatMap((member) => member.subnet?.virtualNetwork ?? [])
  return (address === undefined || holds) && networks.every((network) => network === subnet.virtualNetwork)
}

function chooseOne(model: TopologyModel, frontend: Frontend): readonly Fix[] {
  const kind = model.loadBalancerKind(frontend.loadBalancer)
  const unused = model
    .all('publicIPAddress')
    .filter(({ id }) => model.referrersTo(id).length === 0)
    .slice(0, 3)
  const subnets = model
    .all('subnet')
    .filter((subnet) => frontend.privateIPAddressVersion !== 'IPv6' && fits(model, frontend, subnet))
    .slice(0, 3)
  const add = fixOf(model, `Add a public IP address for ${frontend.name}`, (draft) => {
    const fields = { name: `pip-${frontend.name}`, sku: 'Standard', publicIPAddressVersion: 'IPv4' } as const
    draft.set(frontend.id, 'publicIPAddress', draft.add('publicIPAddress', fields))
  })
  return [
    ...(kind === 'public'
      ? []
      : subnets.flatMap((subnet) =>
          fixOf(model, `Put ${frontend.name} into the subnet ${subnet.name}`, (draft) =>
            draft.set(frontend.id, 'subnet', subnet.id),
          ),
        )),
    ...(kind === 'internal'
      ? []
      : [
          ...unused.flatMap((address) =>
            fixOf(model, `Give ${frontend.name} the public IP address ${address.name}`, (draft) =>
              draft.set(frontend.id, 'publicIPAddress', address.id),
            ),
          ),
          ...add,
        ]),
  ]
}

/** A frontend has exactly one source for its address. */
export const frontendAddressSourceInvalid: LintRule = {
  id: 'frontend-address-source-invalid',
  severity: 'error',
  class: 'deployment',
  title: 'A frontend has both or neither of subnet and public IP address',
  why: 'A frontend is internal through a subnet or public through a public IP address. Azure refuses one with both or with neither.',
  fix: 'Set either the subnet or the public IP address.',
  sources: ['frontend-has-one-address-source'],
  armCodes: ['FrontendIPConfigHasBothSubnetAndPublicIP', 'FrontendIPConfigHasNoSubnetOrPublicIP'],
  check({ model }, report) {
    for (const frontend of model.all('frontendIPConfiguration')) {
      const { subnet, publicIPAddress, publicIPPrefix, unresolved } = frontend
      const isPublic = publicIPAddress !== undefined || publicIPPrefix !== undefined
      const open = ['subnet', 'publicIPAddress', 'publicIPPrefix'].some((field) => unresolved?.[field])
      if (isPublic !== (subnet !== undefined) || (open && !isPublic && subnet === undefined)) continue
      report({
        resource: frontend.id,
        path: isPublic ? 'subnet' : 'publicIPAddress',
        message: isPublic
          ? `${frontend.name} has both a subnet and a public IP address, so Azure refuses it.`
          : `${frontend.name} has neither a subnet nor a public IP address, so Azure refuses it.`,
        armCode: isPublic
          ? 'FrontendIPConfigHasBothSubnetAndPublicIP'
          : 'FrontendIPConfigHasNoSubnetOrPublicIP',
        fixes: () => (isPublic ? keepOne(model, frontend) : chooseOne(model, frontend)),
      })
    }
  },
}
