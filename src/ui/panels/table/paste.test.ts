import { describe, expect, it } from 'vitest'
import { applyCommands } from '../../../core/edit/command.ts'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { copyRows, planPaste } from './paste.ts'

const rowsOf = (document: TopologyDocument, type: ResourceType) =>
  resolve(document)
    .all(type)
    .map(({ id }) => id)

function paste(
  text: string,
  at: { row: string | null; column: string },
  {
    type = 'loadBalancingRule' as ResourceType,
    selected = [] as readonly string[],
    document = twoTlsSites,
  } = {},
) {
  const plan = planPaste(document, text, { type, at, rows: rowsOf(document, type), selected })
  return { plan, after: 'commands' in plan ? applyCommands(document, plan.commands) : document }
}

const rule = (document: TopologyDocument, name: string) =>
  resolve(document)
    .all('loadBalancingRule')
    .find((one) => one.name === name)

describe('pasting into rows', () => {
  it('writes cells from the one that is chosen on, down and to the right', () => {
    const { after, plan } = paste('8443\t9443\n8444\t9444', {
      row: 'loadBalancingRule/https-a',
      column: 'frontendPort',
    })
    expect(rule(after, 'https-a')).toMatchObject({ frontendPort: 8443, backendPort: 9443 })
    expect(rule(after, 'https-b')).toMatchObject({ frontendPort: 8444, backendPort: 9444 })
    expect(plan).toMatchObject({ label: 'Paste into 2 load-balancing rules' })
  })

  it('puts one value into every selected row', () => {
    const ids = rowsOf(twoTlsSites, 'loadBalancingRule')
    const { after } = paste('30', { row: ids[1] ?? null, column: 'idleTimeoutInMinutes' }, { selected: ids })
    expect(
      resolve(after)
        .all('loadBalancingRule')
        .map((one) => one.idleTimeoutInMinutes),
    ).toEqual([30, 30])
  })

  it('goes by the heads where the first line has them', () => {
    const { after } = paste('Backend port\tName\n9443\trenamed', {
      row: 'loadBalancingRule/https-a',
      column: 'name',
    })
    expect(rule(after, 'renamed')).toMatchObject({ backendPort: 9443, frontendPort: 443 })
  })

  it('changes nothing where what was copied is pasted back', () => {
    for (const { type } of resolve(twoTlsSites).entries) {
      const text = copyRows(twoTlsSites, type, rowsOf(twoTlsSites, type))
      const { plan } = paste(text, { row: null, column: 'name' }, { type })
      expect(plan).toMatchObject({ commands: [], added: [] })
    }
  })
})

describe('rows beyond the last one', () => {
  it('are added with a name, what they hang on and a place', () => {
    const text =
      'Name\tFrontend IP\tProtocol\tFrontend port\tBackend port\tBackend pool\nnew-a\tsite-a\tTcp\t80\t80\tweb-pool'
    const { after, plan } = paste(
      `x\n${text}`.slice(2),
      { row: null, column: 'name' },
      { document: withoutRules() },
    )
    expect(plan).toMatchObject({ label: 'Paste 1 load-balancing rule', added: ['loadBalancingRule/new-a'] })
    expect(rule(after, 'new-a')).toEqual({
      id: 'loadBalancingRule/new-a',
      name: 'new-a',
      loadBalancer: 'loadBalancer/lb-web',
      enableFloatingIP: false,
      loadDistribution: 'Default',
      frontendIPConfiguration: 'frontendIPConfiguration/site-a',
      protocol: 'Tcp',
      frontendPort: 80,
      backendPort: 80,
      backendAddressPool: 'backendAddressPool/web-pool',
    })
    expect(after.layout['loadBalancingRule/new-a']).toBeDefined()
  })

  it('follow those that are changed', () => {
    const { after, plan } = paste('last\nanother', { row: 'loadBalancingRule/https-b', column: 'name' })
    expect(
      resolve(after)
        .all('loadBalancingRule')
        .map(({ name }) => name),
    ).toEqual(['https-a', 'last', 'another'])
    expect(plan).toMatchObject({ label: 'Paste 1 new and 1 changed load-balancing rules' })
  })

  it('may have one name, and get ids of their own', () => {
    const { plan } = paste('probe\nprobe\nprobe', { row: null, column: 'name' }, { type: 'probe' })
    expect(plan).toMatchObject({ added: ['probe/probe', 'probe/probe-2'] })
  })
})

describe('pasting is refused as a whole', () => {
  it.each([
    ['a cell that cannot be read', '8443\n44a', 'frontendPort', /1 cell cannot be read/],
    ['more cells than columns', '1\t'.repeat(30), 'frontendPort', /more cells than there are columns/],
    ['a column that holds nothing of its own', 'x', 'status', /Nothing can be pasted into this column/],
    ['too many rows', 'a\n'.repeat(3_000), 'name', /2000 rows/],
    ['too much text', 'a'.repeat(1_000_001), 'name', /too much text/],
    ['heads without rows', 'Name\tFrontend port', 'name', /only heads/],
  ])('%s', (_what, text, column, refusal) => {
    const { plan, after } = paste(text, { row: 'loadBalancingRule/https-a', column })
    expect(plan).toMatchObject({ refusal: expect.stringMatching(refusal) })
    expect(after).toBe(twoTlsSites)
  })

  it('and names the cells', () => {
    const { plan } = paste('44a\tsite-z', { row: 'loadBalancingRule/https-a', column: 'backendPort' })
    expect(plan).toMatchObject({
      details: [
        expect.stringMatching(/^Row 1, Backend port: /),
        expect.stringMatching(/^Row 1, Floating IP: /),
      ],
    })
  })
})

function withoutRules(): TopologyDocument {
  const ids = rowsOf(twoTlsSites, 'loadBalancingRule')
  return applyCommands(
    twoTlsSites,
    ids.map((id) => ({ type: 'resource.remove', id })),
  )
}
