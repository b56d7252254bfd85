import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { windowsLoopback } from '../../scenarios/windows-loopback.ts'
import { resolve } from '../../topology/model.ts'
import { combine } from '../combine.ts'
import { importText } from '../import-text.ts'
import type { Piece } from '../importer.ts'
import { netshVerbose } from './test-output.ts'

const pieceOf = (text: string): Piece => {
  const result = importText(text)
  if (!result.ok) throw new Error(result.message)
  return result
}
/** The collector's frame around the output of one guest. */
const framed = (host: string, ...parts: readonly string[]) =>
  ['== floatpath guest ==', `== floatpath host ${host} ==`, ...parts, '== floatpath end =='].join('\n')

describe('guests in a diagram', () => {
  const document = twoTlsSites
  const model = resolve(document)
  const machines = model.all('virtualMachine')
  const outputOf = (id: string, held: readonly string[]) => {
    const nic = model.interfacesOf(id)[0]
    const [own] = model.ipConfigurationsOf(nic?.id ?? '')
    return JSON.stringify([
      {
        IPAddress: own?.privateIPAddress,
        PrefixLength: 24,
        InterfaceAlias: nic?.guest?.name,
        InterfaceIndex: 6,
      },
      ...held.map((address) => ({
        ...{ IPAddress: address, PrefixLength: 32 },
        ...{ InterfaceAlias: 'Loopback Pseudo-Interface 1', InterfaceIndex: 1 },
      })),
    ])
  }
  const both = ['10.0.0.100', '10.0.0.101']

  it('are found by their addresses, and the one that lacks a loopback stands out', () => {
    const text = machines
      .map(({ id }, index) => framed('x', outputOf(id, index === 0 ? both : ['10.0.0.100'])))
      .join('\n')
    const { comparisons, document: after } = combine([pieceOf(text)], document)
    const wrong = comparisons.filter(({ agrees }) => !agrees)
    expect(wrong.map(({ machineName, asked, has }) => [machineName, asked, has])).toEqual([
      ['web2', 'Address 10.0.0.101 of site-b', 'On no interface'],
    ])
    const [, second] = machines
    const held = resolve(after)
      .loopbacksOf(second?.id ?? '')
      .flatMap(({ addresses }) => addresses ?? [])
    expect(held).toEqual(['10.0.0.100/32'])
  })

  it('stay the same the second time, and what nobody mentions stays as it was', () => {
    const text = machines.map(({ id }) => framed('x', outputOf(id, both))).join('\n')
    const once = combine([pieceOf(text)], document).document
    expect(combine([pieceOf(text)], once)).toMatchObject({
      added: [],
      updated: [],
      removed: [],
      document: once,
    })
    const listeners = (of: typeof document) => resolve(of).all('listener')
    expect(listeners(once)).toEqual(listeners(document))
    for (const { id, guest } of machines)
      expect(resolve(once).find('virtualMachine', id)?.guest?.firewall).toEqual(guest?.firewall)
  })

  it('of which only Azure is known are asked for what its rules need', () => {
    const entries = Object.entries(document.resources).flatMap(([id, fields]) => {
      const { guest: _, ...rest } = fields as { guest?: unknown }
      return /^(loopbackInterface|listener)\//.test(id) ? [] : [[id, rest]]
    })
    const azureOnly = { ...document, resources: Object.fromEntries(entries) }
    const [machine] = machines
    const text = framed(
      'x',
      outputOf(machine?.id ?? '', both),
      netshVerbose('english', [
        {
          name: model.interfacesOf(machine?.id ?? '')[0]?.guest?.name ?? '',
          index: 6,
          receive: false,
          send: false,
        },
        { name: 'Loopback Pseudo-Interface 1', index: 1, receive: true, send: true },
      ]),
      JSON.stringify([{ LocalAddress: '10.0.0.100', LocalPort: 443, State: 'Listen' }]),
    )
    const { comparisons } = combine([pieceOf(text)], azureOnly)
    const said = comparisons.map(({ asked, has, agrees }) => `${agrees ? '' : 'not '}${asked}: ${has}`)
    expect(said).toEqual([
      'Address 10.0.0.100 of site-a: 10.0.0.100/32 on Loopback Pseudo-Interface 1',
      'Address 10.0.0.101 of site-b: 10.0.0.101/32 on Loopback Pseudo-Interface 1',
      'not Weak host receive enabled on Ethernet: It is disabled',
      'Weak host send enabled on Loopback Pseudo-Interface 1: It is enabled',
      'Tcp 443 for https-a: Listens',
      'not Tcp 8080 for probe health: Nothing listens on the port',
      'not Tcp 443 for https-b: Listens on 10.0.0.100',
    ])
  })

  it('that listen on every address do so on the one that is drawn', () => {
    const [machine] = machines
    const [listener] = model.listenersOf(machine?.id ?? '')
    const bound = { ...document.resources[listener?.id as 'listener/x'], address: '10.0.0.100' }
    const drawn = { ...document, resources: { ...document.resources, [listener?.id ?? '']: bound } }
    const text = framed(
      machine?.name ?? '',
      outputOf(machine?.id ?? '', both),
      JSON.stringify([{ LocalAddress: '0.0.0.0', LocalPort: 443, State: 'Listen' }]),
    )
    const { comparisons } = combine([pieceOf(text)], drawn as typeof document)
    expect(comparisons.find(({ asked }) => asked.startsWith('Tcp 443'))).toMatchObject({
      has: 'Listens on 0.0.0.0',
      agrees: true,
    })
  })

  it('turn listeners off that do not listen, and add those on ports that a rule uses', () => {
    const [machine] = machines
    if (!machine) throw new Error('no machine')
    const [listener] = model.listenersOf(machine.id)
    const text = framed(
      machine.name,
      outputOf(machine.id, both),
      JSON.stringify([
        { LocalAddress: '::', LocalPort: 443, State: 'Listen', Process: 'w3wp' },
        { LocalAddress: '0.0.0.0', LocalPort: 5985, State: 'Listen' },
      ]),
    )
    const { document: after, notes } = combine([pieceOf(text)], document)
    const now = resolve(after).listenersOf(machine.id)
    expect(now.find(({ id }) => id === listener?.id)?.enabled).toBe(false)
    expect(now.filter(({ address }) => address === '::')).toMatchObject([{ name: 'w3wp', port: 443 }])
    expect(notes.map(({ message }) => message)).toContain(
      '1 listener on ports that no rule of the diagram uses.',
    )
  })

  it('are left out and named where the diagram does not have them', () => {
    const text = framed(
      'elsewhere',
      JSON.stringify([{ IPAddress: '192.0.2.77', PrefixLength: 24, InterfaceIndex: 3 }]),
    )
    const result = combine([pieceOf(text)], document)
    expect(result.document).toBe(document)
    expect(result.notes).toMatchObject([{ kind: 'left-out', subject: 'elsewhere' }])
    expect(result.notes[0]?.message).toContain('192.0.2.77')
  })

  it('with output in pieces are one guest', () => {
    const { document: one } = windowsLoopback
    const [machine] = resolve(one).all('virtualMachine')
    const nic = resolve(one).interfacesOf(machine?.id ?? '')[0]
    const off = netshVerbose('german', [{ name: 'Ethernet', index: 6, receive: false, send: false }])
    const own = resolve(one).ipConfigurationsOf(nic?.id ?? '')[0]?.privateIPAddress
    const text = JSON.stringify([
      { IPAddress: own, PrefixLength: 24, InterfaceAlias: 'Ethernet', InterfaceIndex: 6 },
    ])
    const { comparisons } = combine([pieceOf(`${text}\n${off}`)], one)
    expect(comparisons).toContainEqual(
      expect.objectContaining({ asked: expect.stringMatching(/^Weak host receive enabled/), agrees: false }),
    )
  })

  it.each([
    ['Ethernet', false, []],
    ['Wi-Fi', undefined, [expect.stringMatching(/^The settings of .*Wi-Fi/)]],
  ])('without addresses are told by the names that the diagram knows: %s', (name, send, said) => {
    const { document: one } = windowsLoopback
    const nic = resolve(one).interfacesOf(resolve(one).all('virtualMachine')[0]?.id ?? '')[0]
    if (!nic) throw new Error('no NIC')
    const { id, ...fields } = nic
    const named = {
      ...one,
      resources: { ...one.resources, [id]: { ...fields, guest: { name: 'Ethernet' } } },
    }
    const text = netshVerbose('german', [{ name, index: 6, receive: true, send: false }])
    const { document: after, notes } = combine([pieceOf(text)], named as typeof one)
    expect(resolve(after).find('networkInterface', id)?.guest?.weakHostSend).toBe(send)
    expect(notes.map(({ message }) => message)).toEqual(said)
  })
})
