import type { Command, Option } from './command.ts'

/** By which options a command says what it is about, by the beginning of its call. */
const keys: readonly (readonly [call: string, options: readonly string[]])[] = [
  ...['network lb', 'network cross-region-lb'].flatMap(
    (family) =>
      [
        [`${family} create`, ['--name']],
        [`${family} address-pool address`, ['--lb-name', '--pool-name', '--name']],
        [family, ['--lb-name', '--name']],
      ] as const,
  ),
  ['network vnet subnet', ['--vnet-name', '--name']],
  ['network vnet peering', ['--vnet-name', '--name']],
  ['network nsg rule', ['--nsg-name', '--name']],
  ['network route-table route', ['--route-table-name', '--name']],
  ['network nic ip-config address-pool', ['--nic-name', '--ip-config-name', '--lb-name', '--address-pool']],
  [
    'network nic ip-config inbound-nat-rule',
    ['--nic-name', '--ip-config-name', '--lb-name', '--inbound-nat-rule'],
  ],
  ['network nic ip-config', ['--nic-name', '--name']],
]

const keysOf = (call: string) => keys.find(([start]) => call.startsWith(start))?.[1] ?? ['--name']

const text = (value: Option) => JSON.stringify(value)

/** What a command is about: two commands about the same thing have the same. */
export const subjectOf = ({ call, options }: Command): string =>
  JSON.stringify([nounOf(call), ...keysOf(call).map((key) => options[key] ?? null)])

const nounOf = (call: string) => call.replace(/ (create|add|update|remove|delete)$/, '')

/** References that an empty text clears, as `az … update --help` says of each. */
const cleared: readonly string[] = [
  '--probe',
  '--public-ip-address',
  '--network-security-group',
  '--route-table',
  '--nat-gateway',
]

/** What Azure does not let anybody change once it is there. */
const fixed: readonly string[] = [
  '--location',
  '--sku',
  '--tier',
  '--version',
  '--zone',
  '--private-ip-address-version',
  '--length',
]

/** Things that Azure CLI has no update for. */
const noUpdate = /^(?:vm|network vnet peering|network public-ip prefix) create$/

/** Rules go before what replaces them comes: two of them cannot share a port. */
const isRule = ({ call }: Command) =>
  /^network (?:(?:cross-region-)?lb (?:rule|inbound-nat-rule|outbound-rule)|nsg rule) /.test(call)

const isEmpty = (value: Option) => value === undefined || (Array.isArray(value) && value.length === 0)

function updateOf(before: Command, after: Command, note: (text: string) => void): readonly Command[] {
  const changed = Object.keys({ ...before.options, ...after.options }).filter(
    (option) => text(before.options[option]) !== text(after.options[option]),
  )
  if (changed.length === 0) return []
  const name = `${nounOf(after.call).replace(/^network /, '')} ${String(after.options['--name'])}`
  if (noUpdate.test(after.call)) {
    note(`Azure CLI cannot change the ${name} as a whole: ${changed.join(', ')} are left as they are.`)
    return []
  }
  const options: Record<string, Option> = {}
  for (const option of changed) {
    const value = after.options[option]
    if (fixed.includes(option)) {
      note(`${option} of the ${name} cannot be changed: delete it and create it anew.`)
    } else if (!isEmpty(value)) options[option] = value
    else if (cleared.includes(option)) options[option] = ''
    else note(`${option} of the ${name} has no value any more: no command takes it away.`)
  }
  if (Object.keys(options).length === 0) return []
  const own = Object.fromEntries(keysOf(after.call).map((key) => [key, after.options[key]]))
  const call = `${nounOf(after.call)} update`
  return [{ source: after.source, call, options: { ...own, ...options } }]
}

function removalOf({ source, call, options }: Command): Command {
  const own = Object.fromEntries(keysOf(call).map((key) => [key, options[key]]))
  const verb = call.endsWith(' add') ? 'remove' : 'delete'
  return {
    source,
    call: `${nounOf(call)} ${verb}`,
    options: call === 'vm create' ? { ...own, '--yes': true } : own,
  }
}

/**
 * The commands that make what `before` makes into what `after` makes: rules that go, what is new or other,
 * and last what nothing refers to any more.
 */
export function changeBetween(
  before: readonly Command[],
  after: readonly Command[],
  note: (text: string) => void,
): readonly Command[] {
  const known = new Map(before.map((command) => [subjectOf(command), command]))
  const kept = new Set(after.map(subjectOf))
  const gone = before.filter((command) => !kept.has(subjectOf(command))).reverse()
  return [
    ...gone.filter(isRule).map(removalOf),
    ...after.flatMap((command) => {
      const old = known.get(subjectOf(command))
      return old ? updateOf(old, command, note) : [command]
    }),
    ...gone.filter((command) => !isRule(command)).map(removalOf),
  ]
}
