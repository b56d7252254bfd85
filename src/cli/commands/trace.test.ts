import { describe, expect, it } from 'vitest'
import { factOf } from '../../core/facts/index.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import { folderWith } from '../test-run.ts'

const flows = intendedFlows(twoTlsSites)

const { run } = folderWith({
  'sites.json': twoTlsSites,
  'empty.json': { version: 1, name: 'Nothing', resources: {} },
  'flows.json': flows.slice(0, 2),
  'one-flow.json': flows[0] ?? {},
  'two-kinds.json': [flows[0], { kind: 'teleport' }],
  'no-diagram.json': { version: 1, name: 'x', resources: { 'client/a': 1 } },
})

describe('trace', () => {
  const results = (some: typeof flows) =>
    JSON.parse(JSON.stringify(some.map((flow) => simulate(twoTlsSites, flow))))

  it('follows the intended flows', async () => {
    const { code, out } = await run('trace', '%sites.json', '--json')
    expect(JSON.parse(out)).toEqual({ results: results(flows) })
    expect(flows.length).toBeGreaterThan(3)
    expect(code).toBe(0)
  })

  it('follows the flow it is given', async () => {
    const flow = flows[1]
    const { out } = await run('trace', '%sites.json', '--json', '--flow', JSON.stringify(flow))
    expect(JSON.parse(out)).toEqual({ results: results(flow ? [flow] : []) })
  })

  it('follows the flows of a file, in their order', async () => {
    const { out } = await run('trace', '--flows', '%flows.json', '%sites.json', '--json')
    expect(JSON.parse(out)).toEqual({ results: results(flows.slice(0, 2)) })
  })

  it('says why a flow cannot be read, and is done', async () => {
    const flow = { kind: 'inbound', from: 'client/nobody', to: '10.0.0.100', port: 443, protocol: 'Tcp' }
    const { code, out } = await run('trace', '%sites.json', '--json', '--flow', JSON.stringify(flow))
    expect(JSON.parse(out).results[0]).toMatchObject({ flow, traces: [], problem: expect.any(String) })
    expect(code).toBe(0)
    expect((await run('trace', '%sites.json', '--flow', JSON.stringify(flow))).out).toContain('not traced: ')
  })

  it.each(['inbound', 'hairpin', 'probe', 'outbound', 'routed', 'teleport'])(
    'shows a flow of the kind %s that says too little or nonsense as it was given',
    async (kind) => {
      for (const flow of [{ kind }, { kind, from: 5, to: 5, probe: {}, port: 'x' }]) {
        const text = JSON.stringify(flow)
        const { code, out, err } = await run('trace', '%sites.json', '--flow', text)
        expect({ code, err }).toEqual({ code: 0, err: '' })
        expect(out).toContain(`${text}\n  not traced: `)
      }
    },
  )

  it('follows the other flows of a file where one cannot be read', async () => {
    const { code, out } = await run('trace', '%sites.json', '--flows', '%two-kinds.json')
    expect(code).toBe(0)
    expect(out).toContain('{"kind":"teleport"}\n  not traced: ')
    expect(out).toContain('delivered')
  })

  it('prints every hop as text', async () => {
    const { out } = await run('trace', '%sites.json')
    for (const { traces } of flows.map((flow) => simulate(twoTlsSites, flow))) {
      for (const { verdict, hops } of traces) {
        expect(out).toContain(verdict)
        for (const { note, confidence } of hops) expect(out).toContain(`${note} [${confidence}, `)
      }
    }
  })

  it('names the source behind every number, each once', async () => {
    const { out } = await run('trace', '%sites.json')
    const [, listed = ''] = out.split('\nSources\n')
    const lines = listed.trimEnd().split('\n')
    const cited = new Set([...out.matchAll(/ \[\w+, (\d+)\]$/gm)].map(([, number]) => Number(number)))
    expect([...cited].sort((one, other) => one - other)).toEqual(lines.map((_, index) => index + 1))
    const sources = flows
      .flatMap((flow) => simulate(twoTlsSites, flow).traces)
      .flatMap(({ hops }) => hops.map(({ fact }) => factOf(fact).source))
    for (const source of sources) expect(lines.join('\n')).toContain(source)
    expect(new Set(lines.map((line) => line.slice(6))).size).toBe(lines.length)
  })

  it('has nothing to say of an empty diagram', async () => {
    expect(await run('trace', '%empty.json', '--json')).toMatchObject({
      code: 0,
      out: '{\n  "results": []\n}\n',
    })
    expect((await run('trace', '%empty.json')).out).toContain('no flow to trace')
  })

  it.each([
    [['%sites.json', '--flow', '{'], '--flow:1:2: this is not JSON'],
    [['%sites.json', '--flow', '7'], '--flow: a flow is a JSON object'],
    [['%sites.json', '--flows', '%none.json'], 'none.json: there is no such file'],
    [['%sites.json', '--flows', '%one-flow.json'], 'one-flow.json: a JSON array of flows is expected'],
    [['%sites.json', '--flow', '{}', '--flows', '%flows.json'], '--flow and --flows exclude each other'],
    [['-', '--health', '-'], 'only one file can be standard input'],
    [['-', '--flows', '-'], 'only one file can be standard input'],
    [['%no-diagram.json'], 'no-diagram.json:1:49: resources.client/a: '],
    [['%none.json', '--json'], 'none.json: there is no such file'],
    [[], 'FILE is missing'],
  ])('refuses %j in one line that says where', async (args, text) => {
    const { code, out, err } = await run('trace', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(text)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})
