import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCommands, type Command as Edit } from '../../edit/command.ts'
import { removal } from '../../edit/remove.ts'
import { scenarios } from '../../scenarios/index.ts'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { changesOf } from '../../test-changes.ts'
import type { TopologyDocument } from '../../topology/document.ts'
import { azurePlan } from '../azure/plan.ts'
import { syntaxProblem } from '../test-parsers.ts'
import { changeBetween, subjectOf } from './change.ts'
import { type Command, commandText } from './command.ts'
import { commandsSince } from './commands.ts'
import { azureCli } from './index.ts'

/** The commands of the change from one document to another, each on one line without what all have. */
function change(base: TopologyDocument, document: TopologyDocument): readonly string[] {
  const { before, after } = commandsSince(azurePlan(base), azurePlan(document), () => {})
  return changeBetween(before, after, () => {}).map((one) =>
    commandText(one)
      .replaceAll(/ \\\n {2}/g, ' ')
      .replace(' --resource-group "$RESOURCE_GROUP"', '')
      .replace(' --output none', ''),
  )
}

const edited = (...commands: readonly Edit[]) => applyCommands(twoTlsSites, commands)
const set = (id: string, path: string, value: unknown): Edit =>
  ({ type: 'resource.set', id, path, value }) as Edit

describe('the commands of a change', () => {
  it('are none where nothing has changed', () => {
    for (const { document } of scenarios) expect(change(document, document)).toEqual([])
    expect(azureCli.export(twoTlsSites, { base: twoTlsSites }).files).toEqual([])
  })

  it.each([
    [
      'another port',
      edited(set('loadBalancingRule/https-a', 'backendPort', 8443)),
      ['az network lb rule update --lb-name lb-web --name https-a --backend-port 8443'],
    ],
    [
      'floating IP off',
      edited(set('loadBalancingRule/https-b', 'enableFloatingIP', false)),
      ['az network lb rule update --lb-name lb-web --name https-b --floating-ip false'],
    ],
    [
      'no probe',
      edited(set('loadBalancingRule/https-b', 'probe', undefined)),
      ["az network lb rule update --lb-name lb-web --name https-b --probe ''"],
    ],
    [
      'a member less',
      edited(
        set('backendAddressPool/web-pool', 'backendIPConfigurations', ['ipConfiguration/web1-ipconfig1']),
      ),
      [
        'az network nic ip-config address-pool remove --nic-name web2-nic --ip-config-name ipconfig1 --lb-name lb-web --address-pool web-pool',
      ],
    ],
    [
      'another name: Azure renames nothing',
      edited(set('loadBalancingRule/https-b', 'name', 'tls-b')),
      [
        'az network lb rule delete --lb-name lb-web --name https-b',
        'az network lb rule create --lb-name lb-web --name tls-b --frontend-ip site-b --backend-pool-name web-pool --probe health --protocol Tcp --frontend-port 443 --backend-port 443 --floating-ip true --load-distribution Default --idle-timeout 4 --enable-tcp-reset false --disable-outbound-snat false',
      ],
    ],
  ])('%s', (_what, document, commands) => {
    expect(change(twoTlsSites, document)).toEqual(commands)
  })

  it('take a frontend away after its rule, and bring it back before', () => {
    const without = applyCommands(
      twoTlsSites,
      removal(twoTlsSites, ['frontendIPConfiguration/site-b', 'loadBalancingRule/https-b']).commands,
    )
    expect(change(twoTlsSites, without)).toEqual([
      'az network lb rule delete --lb-name lb-web --name https-b',
      'az network lb frontend-ip delete --lb-name lb-web --name site-b',
    ])
    expect(change(without, twoTlsSites).map((one) => one.split(' --')[0])).toEqual([
      'az network lb frontend-ip create',
      'az network lb rule create',
    ])
  })

  it('say what no command can change', () => {
    const document = edited(set('loadBalancer/lb-web', 'sku', 'Basic'))
    const { files, notes } = azureCli.export(document, { base: twoTlsSites })
    expect([files.length, notes.join('\n')]).toEqual([0, expect.stringContaining('--sku of the lb lb-web')])
  })

  /** What is there after some commands: what each is about, with its options. */
  function state(commands: readonly Command[], from: ReadonlyMap<string, Command['options']> = new Map()) {
    const there = new Map(from)
    for (const { call, options, ...rest } of commands) {
      const [verb = ''] = call.match(/\w+$/) ?? []
      const made = {
        ...rest,
        options,
        call: call.replace(/ update$| delete$/, ' create').replace(/ remove$/, ' add'),
      }
      const subject = subjectOf(made)
      if (verb === 'delete' || verb === 'remove') {
        expect(there.delete(subject)).toBe(true)
      } else {
        if (verb === 'update') expect(there.has(subject)).toBe(true)
        else expect(there.has(subject)).toBe(false)
        there.set(subject, { ...there.get(subject), ...options })
      }
    }
    return there
  }

  const shown = (all: ReadonlyMap<string, Command['options']>) =>
    [...all]
      .map(([subject, options]) => [
        subject,
        Object.entries(options)
          .filter(
            ([, value]) =>
              value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
          )
          .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
          .sort(),
      ])
      .sort()

  it('make what was deployed into what is to be, and parse, whatever changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...scenarios),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        async ({ document: base }, picks) => {
          let document = base
          for (const pick of picks) {
            const changes = changesOf(document)
            const one = changes[pick % changes.length]
            if (one) document = applyCommands(document, [one.command])
          }
          const notes: string[] = []
          const { before, after } = commandsSince(azurePlan(base), azurePlan(document), () => {})
          const commands = changeBetween(before, after, (text) => notes.push(text))
          const reached = shown(state(commands, state(before)))
          if (notes.length === 0) expect(reached).toEqual(shown(state(after)))
          const [file] = azureCli.export(document, { base }).files
          if (file) expect(await syntaxProblem('shell', file.text)).toBeUndefined()
        },
      ),
      { numRuns: 60 },
    )
  })
})
