import { isClusterAddress, type PoolMember, type Resource, type TopologyModel } from '../../topology/model.ts'
import { clusterMembers, moveClusterAddress } from '../cluster.ts'
import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

const holdersOf = (model: TopologyModel, address: string): readonly Resource<'virtualMachine'>[] =>
  model.all('virtualMachine').filter((machine) => guestOf(model, machine)?.ownerOf(address) !== undefined)

/** A cluster address is held by exactly one guest. */
export const clusterAddressOwnerCount: LintRule = {
  id: 'cluster-address-owner-count',
  severity: 'error',
  class: 'traffic',
  scope: 'document',
  title: 'A cluster address is not held by exactly one guest',
  why: 'With no holder every connection is lost. With two both answer, and each believes to be the active node.',
  fix: 'Let exactly one member hold the address.',
  sources: ['cluster-address-has-one-holder'],
  check({ model }, report) {
    for (const frontend of model.all('frontendIPConfiguration').filter(isClusterAddress)) {
      const address = model.frontendAddress(frontend.id)
      const { members, isNeeded } = clusterMembers(model, frontend)
      if (members.length === 0) continue
      const holders = address === undefined ? [] : holdersOf(model, address)
      const isHolder = ({ virtualMachine }: PoolMember) => holders.some(({ id }) => id === virtualMachine?.id)
      const unheld = !members.some(isHolder)
      const uncertain = members.some(({ virtualMachine }) => !virtualMachine?.guest)
      if (unheld ? uncertain || !isNeeded : holders.length < 2) continue
      const concerned = unheld
        ? members.flatMap(({ virtualMachine }) => virtualMachine?.id ?? [])
        : holders.map(({ id }) => id)
      report({
        resource: frontend.id,
        path: address === undefined ? 'privateIPAddress' : 'guest.addressOwnership',
        ...(unheld ? {} : { class: 'hazard' as const }),
        related: concerned,
        message:
          address === undefined
            ? `${frontend.name} has no address yet, so no member can hold it and its connections are lost.`
            : unheld
              ? `No member holds the cluster address ${address} of ${frontend.name}, so its connections are lost.`
              : `${namesOf(model, concerned)} ${new Set(concerned).size === 2 ? 'both' : 'all'} hold the cluster address ${address} of ${frontend.name}, so more than one guest answers for it.`,
        fixes: () =>
          members
            .filter((member) => unheld || isHolder(member))
            .slice(0, 4)
            .flatMap((member) =>
              fixOf(
                model,
                unheld
                  ? `Let ${member.virtualMachine?.name} hold ${address}`
                  : `Keep ${address} on ${member.virtualMachine?.name} only`,
                (draft) => moveClusterAddress(draft, frontend, member),
              ),
            ),
      })
    }
  },
}
