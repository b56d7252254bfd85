import { describe, expect, it } from 'vitest'
import { overlaps } from '../edit/geometry.ts'
import { scenarios } from '../scenarios/index.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument, patch, type TopologyDocument } from '../topology/document.ts'
import { drawingInput, manyMachines } from './test-drawing.ts'
import { type Drawing, startToDrawing } from './to-drawing.ts'
import type { VirtualMachineView } from './views/view.ts'

const draw = (document: TopologyDocument, expanded: readonly string[] = []) =>
  startToDrawing()(drawingInput(document, expanded))

const node = ({ nodes }: Drawing, id: string) => {
  const found = nodes.find((one) => one.id === id)
  if (!found) throw new Error(`${id} is not drawn`)
  return found
}

const detailOf = (canvas: Drawing, id: string) => (node(canvas, id).view as VirtualMachineView).detail

describe('the nodes of a document', () => {
  const canvas = draw(twoTlsSites)

  it('draws every node type of the first example once', () => {
    expect(canvas.nodes.map(({ id }) => id)).toEqual([
      'client/app-tier',
      'loadBalancer/lb-web',
      'frontendIPConfiguration/site-a',
      'frontendIPConfiguration/site-b',
      'loadBalancingRule/https-a',
      'loadBalancingRule/https-b',
      'backendAddressPool/web-pool',
      'virtualNetwork/vnet-web',
      'subnet/snet-web',
      'virtualMachine/web1',
      'virtualMachine/web2',
    ])
  })

  it('says what a guest would see while its probe is down', () => {
    const document = patch(twoTlsSites, 'listener/web2-health', { enabled: false })
    const { rows } = node(draw(document), 'virtualMachine/web2').view as VirtualMachineView
    const below = rows.flatMap((row) => {
      if (row.kind === 'sees') return [[row.tone, ...row.lines]]
      return row.kind === 'missing' ? [[row.kind, row.address.text]] : []
    })
    expect(below).toEqual([
      ['missing', '10.0.0.101'],
      ['bad', 'Probe down: gets no packets', 'Would see 10.0.0.100:443', 'Would drop 10.0.0.101:443'],
    ])
  })

  it.each([
    [
      'loadBalancingRule/https-b',
      'Load-balancing rule https-b, floating IP on, guest sees 10.0.0.101:443, 1 of 2 answer, 1 error',
    ],
    [
      'loadBalancingRule/https-a',
      'Load-balancing rule https-a, floating IP on, guest sees 10.0.0.100:443, 2 of 2 answer',
    ],
    [
      'virtualMachine/web2',
      'Virtual machine web2, Windows, 10.0.0.5, no adapter holds 10.0.0.101, Guest drops 10.0.0.101:443, Guest sees 10.0.0.100:443, 1 error',
    ],
    ['client/app-tier', 'Client app-tier, 10.0.1.20, Virtual network'],
    ['subnet/snet-web', 'Subnet snet-web, 10.0.0.0/24'],
  ])('says all there is to know of %s', (id, label) => {
    expect(node(canvas, id).view.label).toBe(label)
  })

  it('draws frames around what is in them, and nothing on top of each other', () => {
    const leaves = canvas.nodes.filter(({ container }) => !container)
    for (const one of leaves) {
      for (const other of leaves) if (one !== other) expect(overlaps(one.box, other.box)).toBe(false)
    }
    const [subnet, network] = [
      node(canvas, 'subnet/snet-web').box,
      node(canvas, 'virtualNetwork/vnet-web').box,
    ]
    const last = node(canvas, 'virtualMachine/web2').box
    expect(subnet.y + subnet.height).toBe(last.y + last.height + 8)
    expect(network.y + network.height).toBe(subnet.y + subnet.height + 8)
  })

  it('shows nothing of an empty document', () => {
    expect(draw(emptyDocument())).toEqual({ nodes: [], connections: [] })
  })
})

describe('every scenario without positions', () => {
  it.each(scenarios.map(({ id, document }) => [id, { ...document, layout: {} }] as const))(
    'draws %s with nothing on top of each other',
    (_, document) => {
      const leaves = draw(document).nodes.filter(({ container }) => !container)
      const covering = leaves.flatMap((one, index) =>
        leaves
          .slice(index + 1)
          .filter((other) => overlaps(one.box, other.box))
          .map((other) => `${one.id} ${other.id}`),
      )
      expect(covering).toEqual([])
      expect(leaves.length).toBeGreaterThan(0)
    },
  )
})

describe('what stays the same from run to run', () => {
  const floatingOff = patch(twoTlsSites, 'loadBalancingRule/https-b', { enableFloatingIP: false })

  it('keeps every node that an edit does not concern', () => {
    const toCanvas = startToDrawing()
    const before = toCanvas(drawingInput(twoTlsSites))
    const after = toCanvas(drawingInput(floatingOff))
    const changed = after.nodes.filter((one) => !before.nodes.includes(one)).map(({ id }) => id)
    expect(changed).toEqual([
      // One listener now serves both load-balancing rules, which each of them says.
      'loadBalancingRule/https-a',
      'loadBalancingRule/https-b',
      'virtualNetwork/vnet-web',
      'subnet/snet-web',
      'virtualMachine/web1',
      'virtualMachine/web2',
    ])
    expect(after.connections).toBe(before.connections)
  })

  it('keeps all of them when only the document object is new', () => {
    const toCanvas = startToDrawing()
    const before = toCanvas(drawingInput(twoTlsSites))
    const after = toCanvas(drawingInput({ ...twoTlsSites, resources: { ...twoTlsSites.resources } }))
    expect(after.nodes.every((one, index) => one === before.nodes[index])).toBe(true)
  })
})

describe('levels of detail', () => {
  it('shows up to three VMs in full', () => {
    expect(detailOf(draw(manyMachines(3)), 'virtualMachine/m0')).toBe('full')
  })

  it('shows more in one line each, but the selected one in full', () => {
    const canvas = draw(manyMachines(4), ['virtualMachine/m1'])
    expect(detailOf(canvas, 'virtualMachine/m0')).toBe('row')
    expect(node(canvas, 'virtualMachine/m0').box.height).toBeLessThanOrEqual(48)
    expect(detailOf(canvas, 'virtualMachine/m1')).toBe('full')
  })
})

describe('clients that nobody drew', () => {
  it('draws one stand-in for a load balancer, left of it', () => {
    const canvas = draw(manyMachines(2))
    const [stand] = canvas.nodes.filter(({ synthetic }) => synthetic)
    const frame = node(canvas, 'loadBalancer/lb').box
    expect(stand?.view).toMatchObject({ name: 'Any client', synthetic: true, place: 'Virtual network' })
    expect((stand?.box.x ?? 0) + (stand?.box.width ?? 0)).toBeLessThan(frame.x)
    expect(canvas.connections.find(({ source }) => source === stand?.id)).toMatchObject({ style: 'dashed' })
  })

  it('draws none where a client is drawn', () => {
    expect(draw(twoTlsSites).nodes.some(({ synthetic }) => synthetic)).toBe(false)
  })
})
