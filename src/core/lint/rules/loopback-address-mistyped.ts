import { addressOfCidr, familyOf, hostPrefix } from '../../topology/address.ts'
import { fixOf } from '../fixes.ts'
import { inboundsOf, suspiciousOf } from '../inbound.ts'
import { lacksAddress } from '../lacks-address.ts'
import type { LintRule } from '../lint-rule.ts'

const isSwapped = (one: string, other: string) => {
  if (one.length !== other.length) return false
  const different = [...one].flatMap((character, index) => (character === other[index] ? [] : [index]))
  const [first, second] = different
  return (
    different.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first]
  )
}

/** Whether two IPv4 addresses differ in one octet, or by two digits that changed places. */
function isSlip(one: string, other: string): boolean {
  if (familyOf(one) !== 'IPv4' || familyOf(other) !== 'IPv4' || one === other) return false
  const octets = other.split('.')
  return (
    one.split('.').filter((octet, index) => octet !== octets[index]).length === 1 || isSwapped(one, other)
  )
}

/** A loopback adapter holds nearly the address that its guest lacks. */
export const loopbackAddressMistyped: LintRule = {
  id: 'loopback-address-mistyped',
  severity: 'warning',
  class: 'advice',
  title: 'A loopback address looks mistyped',
  why: 'The guest lacks a frontend address and holds one that differs by a slip of the keyboard. Packets for the frontend are dropped.',
  fix: 'Correct the address on the loopback adapter.',
  sources: ['guest-must-hold-frontend-address'],
  check({ model }, report) {
    const missing = new Map<string, Set<string>>()
    for (const { floating, cluster, suspects } of suspiciousOf(inboundsOf(model))) {
      for (const arrival of floating && !cluster ? suspects.filter(lacksAddress) : []) {
        const { id } = arrival.virtualMachine
        missing.set(id, (missing.get(id) ?? new Set()).add(arrival.address))
      }
    }
    for (const [virtualMachine, addresses] of missing) {
      for (const { id, name, addresses: held } of model.loopbacksOf(virtualMachine)) {
        const slips = (held ?? []).flatMap((cidr, index) => {
          const wrong = addressOfCidr(cidr)
          if (model.frontendsWithAddress(wrong).length > 0) return []
          const meant = [...addresses].find((address) => isSlip(wrong, address))
          return meant === undefined ? [] : [{ wrong, meant, index }]
        })
        const [first] = slips
        if (!first) continue
        const { wrong, meant, index } = first
        report({
          resource: id,
          path: `addresses.${index}`,
          related: [virtualMachine],
          message: `${name} of ${model.nameOf(virtualMachine)} holds ${wrong}, which is no frontend’s address; ${meant} is missing there and looks much the same.`,
          fixes: () =>
            fixOf(model, `Replace ${wrong} by ${meant}`, (draft) => {
              const used = new Set<string>()
              for (const slip of slips) {
                if (used.has(slip.meant)) continue
                used.add(slip.meant)
                draft.set(id, `addresses.${slip.index}`, hostPrefix(slip.meant))
              }
            }),
        })
      }
    }
  },
}
