import { expect, it } from 'vitest'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { resolve } from '../../../core/topology/model.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { offersAt } from './completions.ts'
import type { Slot } from './json-tree.ts'

const model = resolve(twoTlsSites)
const offers = (kind: Slot['kind'], path: string, taken: readonly string[] = []) =>
  offersAt(model, {
    kind,
    path: path === '' ? [] : path.split(' '),
    from: 0,
    to: 0,
    taken,
    isComplete: false,
  })
const labels = (...given: Parameters<typeof offers>) => offers(...given).map(({ label }) => label)

it('names are those that the document, its things and their groups may have and do not have yet', () => {
  expect(labels('key', '', ['version', 'name'])).toEqual(['$schema', 'resources', 'layout', 'suppressions'])
  expect(labels('key', 'resources', ['probe/probe'])).toContain('probe/probe-2')
  expect(labels('key', 'resources loadBalancingRule/x')).toEqual(
    Object.keys(resourceDefinitions.loadBalancingRule.fields),
  )
  expect(labels('key', 'resources virtualMachine/x guest firewall')).toEqual(['enabled', 'inboundAllow'])
  expect(labels('key', 'resources virtualMachine/x guest firewall inboundAllow 0', ['port'])).toEqual([
    'protocol',
    'localAddress',
    'remoteAddresses',
    'networkInterface',
  ])
  expect(labels('key', 'layout client/app-tier', ['x'])).toEqual([
    'y',
    'width',
    'height',
    'collapsed',
    'identity',
  ])
  expect(labels('key', 'suppressions 0')).toEqual(['rule', 'resource', 'reason'])
  expect(labels('key', 'resources nonsense/x')).toEqual([])
})

it('values are those that a field may have', () => {
  expect(labels('value', 'resources loadBalancingRule/x protocol')).toEqual(['Tcp', 'Udp', 'All'])
  expect(labels('value', 'resources loadBalancingRule/x enableFloatingIP')).toEqual(['true', 'false'])
  expect(labels('value', 'resources loadBalancingRule/x frontendIPConfiguration')).toEqual([
    'frontendIPConfiguration/site-a',
    'frontendIPConfiguration/site-b',
  ])
  expect(labels('value', 'resources backendAddressPool/x backendIPConfigurations 1')).toHaveLength(2)
  expect(labels('value', 'resources virtualMachine/x guest rpFilter')).toEqual(['0', '1', '2'])
  expect(offers('value', 'resources virtualMachine/x guest rpFilter')[0]?.text).toBe('0')
  expect(labels('value', 'resources loadBalancingRule/x frontendPort')).toEqual([])
})
