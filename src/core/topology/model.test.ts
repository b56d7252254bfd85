import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument, patch, type TopologyDocument } from './document.ts'
import { isClusterAddress, isHaPorts, type Resource, resolve } from './model.ts'

const model = resolve(twoTlsSites)
const ids = (resources: readonly { readonly id: string }[]) => resources.map(({ id }) => id)
const withResources = (more: object, base: TopologyDocument = twoTlsSites) =>
  resolve({ ...base, resources: { ...base.resources, ...more } } as TopologyDocument)
const ruleOf = (id: string, from = model) =>
  from.find('loadBalancingRule', id) as Resource<'loadBalancingRule'>
const frontendOf = (id: string, from = model) =>
  from.find('frontendIPConfiguration', id) as Resource<'frontendIPConfiguration'>

const poolId = 'backendAddressPool/web-pool'
const frontendId = 'frontendIPConfiguration/site-a'

describe('looking things up', () => {
  it('finds a thing by its type and id only', () => {
    expect(model.find('probe', 'probe/health')).toMatchObject({ id: 'probe/health', port: 8080 })
    expect(model.find('client', 'probe/health')).toBeUndefined()
    expect(model.find('probe', 'probe/none')).toBeUndefined()
    expect(model.find('probe', undefined)).toBeUndefined()
    expect(model.get('constructor')).toBeUndefined()
  })

  it('names things, and lets an id that points at nothing stand for itself', () => {
    expect(model.nameOf('listener/web1-iis')).toBe('IIS')
    expect(model.nameOf('listener/none')).toBe('listener/none')
  })

  it('lists a type in the order of the document', () => {
    expect(ids(model.all('virtualMachine'))).toEqual(['virtualMachine/web1', 'virtualMachine/web2'])
    expect(model.all('natGateway')).toEqual([])
  })

  it('lists what hangs on a thing', () => {
    expect(ids(model.loopbacksOf('virtualMachine/web1'))).toEqual([
      'loopbackInterface/web1-site-a',
      'loopbackInterface/web1-site-b',
    ])
    expect(ids(model.listenersOf('virtualMachine/web2'))).toEqual([
      'listener/web2-iis',
      'listener/web2-health',
    ])
    expect(ids(model.interfacesOf('virtualMachine/web1'))).toEqual(['networkInterface/web1-nic'])
    expect(ids(model.ipConfigurationsOf('networkInterface/web1-nic'))).toEqual([
      'ipConfiguration/web1-ipconfig1',
    ])
    expect(ids(model.rulesOfFrontend(frontendId))).toEqual(['loadBalancingRule/https-a'])
    expect(ids(model.frontendsOf('loadBalancer/lb-web'))).toEqual([
      frontendId,
      'frontendIPConfiguration/site-b',
    ])
    expect(model.loopbacksOf('virtualMachine/none')).toEqual([])
  })

  it('knows who refers to a thing, and where', () => {
    expect(model.referrersTo('ipConfiguration/web1-ipconfig1')).toEqual([
      {
        source: poolId,
        path: 'backendIPConfigurations.0',
        target: 'ipConfiguration/web1-ipconfig1',
        to: ['ipConfiguration'],
      },
    ])
    expect(model.referrersTo('subnet/snet-web').map(({ source }) => source)).toEqual([
      frontendId,
      'frontendIPConfiguration/site-b',
      'ipConfiguration/web1-ipconfig1',
      'ipConfiguration/web2-ipconfig1',
    ])
  })

  it('is made once for the same resources, and again for others', () => {
    const moved = { ...twoTlsSites, layout: {} }
    expect(resolve(moved)).toBe(model)
    expect(resolve(patch(twoTlsSites, 'probe/health', { port: 1 }))).not.toBe(model)
  })
})

describe('the members of a pool', () => {
  it('carry the VM, the NIC, the subnet and the address they stand for', () => {
    const [first] = model.membersOf(poolId)
    expect(first).toMatchObject({
      ipConfiguration: { id: 'ipConfiguration/web1-ipconfig1' },
      networkInterface: { id: 'networkInterface/web1-nic' },
      virtualMachine: { id: 'virtualMachine/web1' },
      subnet: { id: 'subnet/snet-web' },
      ...{ address: '10.0.0.4', family: 'IPv4', adminState: 'None' },
    })
    expect(model.membersOf(undefined)).toEqual([])
    expect(model.membersOf('backendAddressPool/none')).toEqual([])
  })

  const withMembers = (fields: object) =>
    resolve(patch(twoTlsSites, poolId, fields))
      .membersOf(poolId)
      .map(({ label, address, adminState, virtualMachine }) => ({
        label,
        address,
        adminState,
        vm: virtualMachine?.name,
      }))

  it('leave out what is not there', () => {
    expect(withMembers({ backendIPConfigurations: ['ipConfiguration/none'] })).toEqual([])
  })

  it('may be given by address: then the IP configuration that has it, with the admin state given there', () => {
    const members = withMembers({
      backendIPConfigurations: ['ipConfiguration/web1-ipconfig1'],
      loadBalancerBackendAddresses: [
        { name: 'a', ipAddress: '10.0.0.5', adminState: 'Down' },
        { name: 'b', ipAddress: '10.9.9.9' },
        { name: 'c', networkInterfaceIPConfiguration: 'ipConfiguration/web1-ipconfig1', adminState: 'Up' },
        { name: 'd' },
      ],
    })
    expect(members).toEqual([
      { label: 'ipConfiguration/web1-ipconfig1', address: '10.0.0.4', adminState: 'Up', vm: 'web1' },
      { label: 'ipConfiguration/web2-ipconfig1', address: '10.0.0.5', adminState: 'Down', vm: 'web2' },
      { label: 'b', address: '10.9.9.9', adminState: 'None', vm: undefined },
      { label: 'd', address: undefined, adminState: 'None', vm: undefined },
    ])
  })

  it('given by address in another virtual network are not those of this one', () => {
    const members = withMembers({
      backendIPConfigurations: [],
      virtualNetwork: 'virtualNetwork/other',
      loadBalancerBackendAddresses: [{ name: 'a', ipAddress: '10.0.0.5' }],
    })
    expect(members).toEqual([{ label: 'a', address: '10.0.0.5', adminState: 'None', vm: undefined }])
  })

  it('of a rule are those of its pools; of a NAT rule, its target or its pool', () => {
    expect(model.membersOfRule(ruleOf('loadBalancingRule/https-a'))).toEqual(model.membersOf(poolId))
    const nat = (fields: object) => {
      const from = withResources({ 'inboundNatRule/n': { name: 'n', ...fields } })
      const rule = from.find('inboundNatRule', 'inboundNatRule/n') as Resource<'inboundNatRule'>
      return from.membersOfRule(rule).map(({ label }) => label)
    }
    const target = 'ipConfiguration/web2-ipconfig1'
    expect(nat({ backendIPConfiguration: target })).toEqual([target])
    expect(nat({ backendAddressPool: poolId })).toEqual(['ipConfiguration/web1-ipconfig1', target])
    expect(nat({})).toEqual([])
  })

  it('of a rule with two pools are those of both', () => {
    const two = withResources({
      'backendAddressPool/second': {
        name: 'second',
        backendIPConfigurations: ['ipConfiguration/web2-ipconfig1'],
      },
      'loadBalancingRule/gw': {
        name: 'gw',
        backendAddressPool: poolId,
        backendAddressPools: [poolId, 'backendAddressPool/second'],
      },
    })
    expect(ids(two.poolsOf(ruleOf('loadBalancingRule/gw', two)))).toEqual([
      poolId,
      'backendAddressPool/second',
    ])
  })
})

describe('a frontend', () => {
  const publicIP = (fields: object) => ({
    'publicIPAddress/p': { name: 'p', ...fields },
    'frontendIPConfiguration/f': {
      name: 'f',
      loadBalancer: 'loadBalancer/x',
      publicIPAddress: 'publicIPAddress/p',
    },
  })

  it.each([
    ['its private address', {}, frontendId, '10.0.0.100'],
    [
      'that of its public IP address',
      publicIP({ ipAddress: '203.0.113.50' }),
      'frontendIPConfiguration/f',
      '203.0.113.50',
    ],
    [
      'an address in its usual spelling',
      publicIP({ ipAddress: '2001:DB8:0::1' }),
      'frontendIPConfiguration/f',
      '2001:db8::1',
    ],
    ['none while it is not created', publicIP({}), 'frontendIPConfiguration/f', undefined],
    ['none where there is no such frontend', {}, 'frontendIPConfiguration/none', undefined],
  ])('has %s', (_, more, id, address) => {
    expect(withResources(more).frontendAddress(id)).toBe(address)
  })

  it.each([
    [{ privateIPAddress: '2001:db8::1' }, 'IPv6'],
    [{ privateIPAddress: '10.0.0.1', privateIPAddressVersion: 'IPv6' }, 'IPv4'],
    [{ privateIPAddressVersion: 'IPv6' }, 'IPv6'],
    [{}, 'IPv4'],
  ])('with %j is of the family %s', (fields, family) => {
    const from = withResources({ 'frontendIPConfiguration/f': { name: 'f', ...fields } })
    expect(from.frontendFamily(frontendOf('frontendIPConfiguration/f', from))).toBe(family)
  })

  it.each([
    [{ subnet: 'subnet/snet-web' }, 'internal'],
    [{ privateIPAddress: '10.0.0.9' }, 'internal'],
    [{ publicIPPrefix: 'publicIPPrefix/none' }, 'public'],
    [{ publicIPAddress: 'publicIPAddress/none', subnet: 'subnet/snet-web' }, 'public'],
    [{}, undefined],
  ])('with %j makes its load balancer %s', (fields, kind) => {
    const from = withResources({
      'frontendIPConfiguration/f': { name: 'f', loadBalancer: 'loadBalancer/x', ...fields },
    })
    expect(from.frontendKind(frontendOf('frontendIPConfiguration/f', from))).toBe(kind)
    expect(from.loadBalancerKind('loadBalancer/x')).toBe(kind)
  })

  it('is found by its address, however that is spelled, in the order of the document', () => {
    const twin = { name: 'twin', privateIPAddress: '10.0.0.100' }
    const from = withResources({
      'frontendIPConfiguration/twin': twin,
      ...publicIP({ ipAddress: '2001:db8::1' }),
    })
    expect(ids(from.frontendsWithAddress('10.0.0.100'))).toEqual([frontendId, 'frontendIPConfiguration/twin'])
    expect(ids(from.frontendsWithAddress('2001:DB8::0:1'))).toEqual(['frontendIPConfiguration/f'])
    expect(from.frontendsWithAddress('10.0.0.4')).toEqual([])
  })

  it('has a cluster address where one guest at a time holds it', () => {
    const cluster = { name: 'f', guest: { addressOwnership: 'one-member' } }
    const from = withResources({ 'frontendIPConfiguration/f': cluster })
    expect(isClusterAddress(frontendOf('frontendIPConfiguration/f', from))).toBe(true)
    expect(isClusterAddress(frontendOf(frontendId))).toBe(false)
    expect(isClusterAddress(undefined)).toBe(false)
  })
})

describe('rules and networks', () => {
  it.each([
    [{ protocol: 'All', frontendPort: 0, backendPort: 0 }, true],
    [{ protocol: 'All', frontendPort: 0, backendPort: 80 }, false],
    [{ protocol: 'Tcp', frontendPort: 0, backendPort: 0 }, false],
    [{ protocol: 'All' }, false],
  ])('%j is an HA ports rule: %s', (fields, expected) => {
    const from = withResources({ 'loadBalancingRule/r': { name: 'r', ...fields } })
    expect(isHaPorts(ruleOf('loadBalancingRule/r', from))).toBe(expected)
  })

  it.each([
    [{ addressPrefix: '10.0.0.0/24' }, ['10.0.0.0/24']],
    [{ addressPrefixes: ['10.0.0.0/24', 'fd00::/64'] }, ['10.0.0.0/24', 'fd00::/64']],
    [{ addressPrefix: '10.0.0.0/24', addressPrefixes: [] }, ['10.0.0.0/24']],
    [{}, []],
  ])('a subnet with %j has the prefixes %j', (fields, prefixes) => {
    const from = withResources({ 'subnet/s': { name: 's', ...fields } })
    expect(from.prefixesOf(from.find('subnet', 'subnet/s'))).toEqual(prefixes)
    expect(from.prefixesOf(undefined)).toEqual([])
  })

  it('networks reach each other where both list the peering', () => {
    const network = (name: string, ...peers: string[]) => ({
      [`virtualNetwork/${name}`]: { name, peerings: peers.map((peer) => `virtualNetwork/${peer}`) },
    })
    const from = withResources(
      { ...network('a', 'b', 'c', 'none'), ...network('b', 'a'), ...network('c') },
      emptyDocument(),
    )
    expect(ids(from.reachableNetworks('virtualNetwork/a'))).toEqual(['virtualNetwork/a', 'virtualNetwork/b'])
    expect(ids(from.reachableNetworks('virtualNetwork/c'))).toEqual(['virtualNetwork/c'])
    expect(from.reachableNetworks(undefined)).toEqual([])
  })
})

describe('an address that cannot be read', () => {
  const pip = { name: 'pip', ipAddress: 'oops' }
  const site = { name: 'site', publicIPAddress: 'publicIPAddress/pip' }
  const configuration = { name: 'ip', privateIPAddress: '10.0.0.4/99' }
  const pool = { name: 'pool', loadBalancerBackendAddresses: [{ name: 'm', ipAddress: '10.0.0.4/99' }] }
  const unreadable = withResources({
    'publicIPAddress/pip': pip,
    'frontendIPConfiguration/site': site,
    'ipConfiguration/ip': configuration,
    'backendAddressPool/pool': pool,
  })

  it('is as unknown as none', () => {
    expect(unreadable.frontendAddress('frontendIPConfiguration/site')).toBeUndefined()
    expect(unreadable.frontendsWithAddress('oops')).toEqual([])
    expect(unreadable.memberOf('ipConfiguration/ip')).not.toHaveProperty('address')
  })

  it('makes no member of who has the same text', () => {
    const [member] = unreadable.membersOf('backendAddressPool/pool')
    expect(member).toMatchObject({ label: 'm' })
    expect(member).not.toHaveProperty('ipConfiguration')
  })
})
