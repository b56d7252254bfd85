import { deflateSync } from 'fflate'
import lzString from 'lz-string'
import { applyCommand, type Command } from '../../core/edit/command.ts'
import { lint } from '../../core/lint/lint.ts'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import { generate } from '../../core/scenarios/generate.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { benchImport } from './core-import.ts'
import { benchLint } from './core-lint.ts'
import { benchReachability, benchTraces } from './core-simulator.ts'
import { median } from './median.ts'

/** 5 frontends, 10 load-balancing rules and 6 VMs. */
function typical(): TopologyDocument {
  const document = generate(5, 6)
  const more = Object.entries(document.resources)
    .filter(([id]) => id.startsWith('loadBalancingRule/'))
    .map(([id, fields]) => [
      `${id}-health`,
      { ...fields, name: `${fields.name}-health`, frontendPort: 8080, backendPort: 8080 },
    ])
  return { ...document, resources: { ...document.resources, ...Object.fromEntries(more) } }
}

/** The first example with other names: with its own it is in the dictionary that links are made with. */
function renamed(): TopologyDocument {
  const names = [
    'web',
    'site',
    'https',
    'health',
    'app-tier',
    'pool',
    'iis',
    'snet',
    'vnet',
    'nic',
    'Loopback',
  ]
  const text = names.reduce(
    (result, name, index) => result.replaceAll(name, `q${(104_729 + 7919 * index).toString(36)}`),
    JSON.stringify({ ...twoTlsSites, name: 'Quarterly review of the gateway' }),
  )
  return JSON.parse(text)
}

const examples: readonly (readonly [string, TopologyDocument])[] = [
  ['first example', twoTlsSites],
  ['first example, renamed', renamed()],
  ['3 frontends, 4 VMs', generate(3, 4)],
  ['5 frontends, 10 rules, 6 VMs', typical()],
  ['20 frontends, 20 VMs', generate(20, 20)],
  ['50 frontends, 50 VMs', generate(50, 50)],
]

/** Median milliseconds of one run, warm. */
function time(run: (turn: number) => void): number {
  for (let turn = 0; turn < 100; turn++) run(turn)
  const times = Array.from({ length: 200 }, (_, turn) => {
    const start = performance.now()
    run(turn)
    return performance.now() - start
  })
  return median(times)
}

function linkLengths() {
  return examples.map(([diagram, document]) => {
    const text = JSON.stringify(document)
    const link = encodeLink(document)
    const deflated = deflateSync(new TextEncoder().encode(text), { level: 9 }).length
    return {
      diagram,
      'JSON, bytes': text.length,
      'lz-string of the JSON': lzString.compressToEncodedURIComponent(text).length,
      'deflated JSON as base64url': Math.ceil((deflated * 4) / 3),
      'link, characters after #': link.ok ? link.fragment.length : link.reason,
    }
  })
}

/** One edit that lint and traces cannot take from the one before: floating IP of the first rule, off and on. */
function toggled(document: TopologyDocument, turn: number): TopologyDocument {
  const id = Object.keys(document.resources).find((one) => one.startsWith('loadBalancingRule/')) ?? ''
  const value = turn % 2 === 0
  const off: Command = { type: 'resource.set', id, path: 'enableFloatingIP', value: !value }
  return applyCommand(applyCommand(document, off), { ...off, value })
}

function editTimes() {
  return examples.slice(0, 4).map(([diagram, document]) => {
    const run = (turn: number) => {
      const edited = toggled(document, turn)
      lint(edited)
      for (const flow of intendedFlows(edited)) simulate(edited, flow)
    }
    return {
      diagram,
      'lint, ms': Number(time((turn) => lint(toggled(document, turn))).toFixed(2)),
      'lint and all traces, ms': Number(time(run).toFixed(2)),
    }
  })
}

/** Prints how long links are, and how long findings, traces and verdicts take. */
export async function bench(): Promise<void> {
  console.log('Length of a link; the JSON it is compared with has no blanks')
  console.table(linkLengths())
  console.log('After one edit, median of 200 (the budget of the last is 4 ms)')
  console.table(editTimes())
  await benchLint(typical())
  benchTraces(examples.slice(2))
  benchReachability()
  benchImport()
}
