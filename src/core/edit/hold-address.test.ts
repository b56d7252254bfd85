import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { patch, type TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { startDraft } from './draft.ts'
import { holdAddress, missingAddresses } from './hold-address.ts'

const web2 = 'virtualMachine/web2'
const siteB = 'frontendIPConfiguration/site-b'

const missingOn = (document: TopologyDocument) =>
  missingAddresses(resolve(document), web2).map(({ address, isNeeded }) => [address, isNeeded])

describe('the addresses that a guest lacks', () => {
  it.each<[string, TopologyDocument, unknown[]]>([
    ['what floating IP sends it', twoTlsSites, [['10.0.0.101', true]]],
    [
      'nothing it needs where floating IP is off',
      patch(twoTlsSites, 'loadBalancingRule/https-b', { enableFloatingIP: false }),
      [['10.0.0.101', false]],
    ],
    [
      'nothing that it forwards',
      patch(twoTlsSites, web2, {
        guest: {
          os: 'linux',
          portForwards: [
            {
              name: 'f',
              protocol: 'Tcp',
              address: '10.0.0.101',
              port: 443,
              toAddress: '172.17.0.2',
              toPort: 443,
            },
          ],
        },
      }),
      [],
    ],
    [
      'no cluster address that another guest holds',
      patch(twoTlsSites, siteB, { guest: { addressOwnership: 'one-member' } }),
      [],
    ],
    ['no address that nobody knows', patch(twoTlsSites, siteB, { privateIPAddress: undefined }), []],
  ])('%s', (_, document, missing) => {
    expect(missingOn(document)).toEqual(missing)
  })
})

describe('holding an address', () => {
  const hold = (document: TopologyDocument) => {
    const draft = startDraft(document)
    const [machine, frontend] = [
      draft.model().find('virtualMachine', web2),
      draft.model().find('frontendIPConfiguration', siteB),
    ]
    if (!machine || !frontend) throw new Error('unreachable')
    const id = holdAddress(draft, machine, frontend)
    return { adapter: draft.model().find('loopbackInterface', id), model: draft.model() }
  }

  it('sets the IPv6 switches for an IPv6 address on Windows', () => {
    const { adapter, model } = hold(patch(twoTlsSites, siteB, { privateIPAddress: 'fd00::101' }))
    expect(adapter).toMatchObject({
      addresses: ['fd00::101/128'],
      weakHostReceiveIPv6: true,
      weakHostSendIPv6: true,
    })
    expect(model.find('networkInterface', 'networkInterface/web2-nic')?.guest?.weakHostReceiveIPv6).toBe(true)
  })

  it('needs no switches on Linux', () => {
    const { adapter } = hold(patch(twoTlsSites, web2, { guest: { os: 'linux' } }))
    expect(adapter).toEqual({
      id: 'loopbackInterface/web2-lo',
      name: 'lo',
      virtualMachine: web2,
      addresses: ['10.0.0.101/32'],
    })
  })
})
