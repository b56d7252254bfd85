import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import type { LintRule } from '../lint-rule.ts'

/** On Windows a short mask on a loopback adapter adds a route that can win over the NIC's. */
export const loopbackMaskNotHost: LintRule = {
  id: 'loopback-mask-not-host',
  severity: 'warning',
  class: 'traffic',
  title: 'A loopback adapter holds a frontend address with a short mask',
  why: 'Windows adds a route for the whole prefix through the loopback adapter. It can win over the NIC’s by its metric, and then answers to that prefix are lost.',
  fix: 'Hold the address with the mask 255.255.255.255.',
  sources: ['windows-loopback-host-mask'],
  check({ model }, report) {
    for (const loopback of model.all('loopbackInterface')) {
      const virtualMachine = model.find('virtualMachine', loopback.virtualMachine)
      if (virtualMachine?.guest?.os !== 'windows') continue
      const view = guestOf(model, virtualMachine)?.interfaces.find(
        ({ resource }) => resource.id === loopback.id,
      )
      const short = (view?.addresses ?? []).filter(
        ({ address, prefix }) =>
          prefix?.family === 'IPv4' && prefix.length < 32 && model.frontendsWithAddress(address).length > 0,
      )
      const [first] = short
      if (!first) continue
      report({
        resource: loopback.id,
        path: first.path,
        related: [virtualMachine.id],
        message: `${loopback.name} of ${virtualMachine.name} holds ${first.address} with /${first.prefix?.length}, so Windows may route answers to that prefix into the loopback adapter.`,
        fixes: () =>
          fixOf(
            model,
            `Hold ${first.address} with /32 on ${loopback.name} of ${virtualMachine.name}`,
            (draft) => {
              for (const { address, path } of short) draft.set(loopback.id, path, `${address}/32`)
            },
          ),
      })
    }
  },
}
