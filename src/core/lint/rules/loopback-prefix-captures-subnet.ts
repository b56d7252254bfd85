import { type Prefix, prefixContains } from '../../topology/address.ts'
import { isLo } from '../../topology/lo.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import type { LintRule } from '../lint-rule.ts'
import { sourcesTo } from '../replies.ts'

interface Wide {
  readonly prefix: Prefix
  readonly address: string
  readonly path: string
}

function wideAddresses(model: TopologyModel, loopback: Resource<'loopbackInterface'>): readonly Wide[] {
  const virtualMachine = model.find('virtualMachine', loopback.virtualMachine)
  if (virtualMachine?.guest?.os !== 'linux') return []
  const view = guestOf(model, virtualMachine)?.interfaces.find(({ resource }) => resource.id === loopback.id)
  return (view?.addresses ?? []).flatMap(({ address, prefix, path }) => {
    if (prefix?.family !== 'IPv4' || prefix.length >= 32) return []
    // Every machine has these for itself. A shorter prefix takes in others, too.
    const isOwn = prefix.length >= 8 && prefixContains('127.0.0.0/8', address)
    return isOwn ? [] : [{ prefix, address, path }]
  })
}

/** The client inside a prefix whose answer goes to the interface that holds it. */
function capturedBy(
  model: TopologyModel,
  loopback: Resource<'loopbackInterface'>,
  { prefix }: Wide,
  sources: readonly string[],
): string | undefined {
  const guest = guestOf(model, model.find('virtualMachine', loopback.virtualMachine))
  const onLo = isLo(loopback)
  return sources.find(
    (source) =>
      prefixContains(prefix, source) && (onLo || guest?.way(source).dead?.resource.id === loopback.id),
  )
}

/** On the interface lo of Linux a short prefix makes all its addresses local. */
export const loopbackPrefixCapturesSubnet: LintRule = {
  id: 'loopback-prefix-captures-subnet',
  severity: 'error',
  class: 'traffic',
  title: 'A prefix on lo swallows answers',
  why: 'On the interface lo Linux takes every address of the prefix for its own. Answers to clients inside it never leave the guest: those clients time out, all others work, and the probe stays green.',
  fix: 'Hold the address with /32.',
  sources: ['linux-loopback-prefix-is-local'],
  check({ model }, report) {
    for (const loopback of model.all('loopbackInterface')) {
      const wide = wideAddresses(model, loopback)
      const [first] = wide
      const virtualMachine = model.find('virtualMachine', loopback.virtualMachine)
      if (!first || !virtualMachine) continue
      const sources = sourcesTo(model, virtualMachine.id)
      const cut = wide
        .map((one) => ({ ...one, source: capturedBy(model, loopback, one, sources) }))
        .find(({ source }) => source !== undefined)
      // A prefix of a dummy is harmless where a NIC has it, too.
      if (!cut && !isLo(loopback)) continue
      const { address, prefix, path } = cut ?? first
      const held = `${address}/${prefix.length}`
      report({
        resource: loopback.id,
        path,
        severity: cut ? 'error' : 'warning',
        related: [virtualMachine.id],
        message: cut
          ? !isLo(loopback)
            ? `${held} on ${loopback.name} of ${virtualMachine.name} is a route to the whole prefix, so answers to ${cut.source} go there and never leave the guest.`
            : `${held} on ${loopback.name} of ${virtualMachine.name} makes the whole prefix local, so answers to ${cut.source} never leave the guest.`
          : `${held} on ${loopback.name} of ${virtualMachine.name} makes the whole prefix local: a client inside it would get no answer.`,
        fixes: () =>
          fixOf(model, `Hold ${address} with /32 on ${loopback.name} of ${virtualMachine.name}`, (draft) => {
            for (const one of wide)
              draft.set(loopback.id, one.path, `${one.address}/${one.prefix.family === 'IPv4' ? 32 : 128}`)
          }),
      })
    }
  },
}
