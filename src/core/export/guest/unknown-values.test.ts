import { describe, expect, it } from 'vitest'
import { emptyDocument, type Resources, type TopologyDocument } from '../../topology/document.ts'
import { guestLinux } from '../guest-linux/index.ts'
import { guestWindows } from '../guest-windows/index.ts'

const withGuest = (os: string, guest: object): TopologyDocument => ({
  ...emptyDocument(),
  resources: {
    'virtualMachine/a': { name: 'a', guest: { os, ...guest } },
    'networkInterface/a': { name: 'nic', virtualMachine: 'virtualMachine/a' },
  } as unknown as Resources,
})

const textOf = (exporter: typeof guestLinux, document: TopologyDocument) =>
  exporter
    .export(document)
    .files.map(({ text }) => text)
    .join('\n')

describe('values that Floatpath keeps without knowing them', () => {
  it.each([
    ['protocol', { protocol: 'tcp; touch x #', port: 80 }],
    ['port', { protocol: 'Tcp', port: '80; touch x #' }],
  ])('stay out of firewall scripts: a %s', (_field, entry) => {
    const firewall = { enabled: true, inboundAllow: [entry, { protocol: 'Tcp', port: 443 }] }
    for (const [exporter, os] of [
      [guestLinux, 'linux'],
      [guestWindows, 'windows'],
    ] as const) {
      const text = textOf(exporter, withGuest(os, { firewall }))
      expect(text).toContain('443')
      for (const line of text.split('\n')) if (!/^\s*(#|rem )/.test(line)) expect(line).not.toContain('touch')
    }
    const { notes } = guestLinux.export(withGuest('linux', { firewall }))
    expect(notes.join('\n')).toContain('that no guest knows')
  })

  it('stay out of port forwards', () => {
    const forward = { address: '10.0.0.4', port: 80, toAddress: '172.17.0.2', toPort: 80 }
    const portForwards = [{ ...forward, protocol: 'tcp; touch x #' }]
    expect(textOf(guestLinux, withGuest('linux', { portForwards }))).not.toContain('touch')
  })
})
