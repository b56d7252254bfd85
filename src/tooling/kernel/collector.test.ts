import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guestLinux } from '../../core/export/guest-linux/index.ts'
import { combine } from '../../core/import/combine.ts'
import { linuxCollector } from '../../core/import/guest/collectors/linux.ts'
import { importText } from '../../core/import/import-text.ts'
import { scenarios } from '../../core/scenarios/index.ts'
import { linuxLoopback } from '../../core/scenarios/linux-loopback.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { type Resource, resolve } from '../../core/topology/model.ts'

const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin` }
const flags = process.getuid?.() === 0 ? ['--net'] : ['--user', '--map-root-user', '--net']
const run = (script: string) =>
  spawnSync('unshare', [...flags, 'sh', '-euc', script], { env, encoding: 'utf8', timeout: 60_000 })

const canRun =
  process.platform === 'linux' &&
  run('ip link add one type veth peer name other && nft list tables').status === 0

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'floatpath-collector-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The guest as Azure starts it: NICs with the addresses of their ipconfigs, and a default route. */
function asAzureStarts(document: TopologyDocument, machine: Resource<'virtualMachine'>): string {
  const model = resolve(document)
  const nics = model.interfacesOf(machine.id)
  const first = machine.guest?.defaultNetworkInterface ?? nics[0]?.id
  const lines = nics.flatMap(({ id, guest }, index) => {
    const device = guest?.name ?? `eth${index}`
    return [
      `ip link add ${device} type veth peer name peer${index}`,
      `ip link set ${device} up`,
      `ip link set peer${index} up`,
      ...model
        .ipConfigurationsOf(id)
        .map(({ privateIPAddress: own }) => `ip addr add ${own}/24 dev ${device}`),
      ...(id === first ? [`ip route add default dev ${device}`] : []),
    ]
  })
  return ['ip link set lo up', ...lines].join('\n')
}

/** Sets a guest up, runs what is exported for it, and returns what the collector prints there. */
function collected(document: TopologyDocument, machine: Resource<'virtualMachine'>, more = ''): string {
  const files = guestLinux.export(document).files.filter(({ name }) => name.startsWith(`${machine.name}.`))
  for (const { name, text } of files) writeFileSync(path.join(folder, name), text)
  writeFileSync(path.join(folder, 'collect.sh'), linuxCollector)
  const at = (name: string) => `'${path.join(folder, name)}'`
  const has = (name: string) => files.some((file) => file.name === name)
  const script = [
    asAzureStarts(document, machine),
    `export FLOATPATH_STATE=${at('state')}`,
    ...(has(`${machine.name}.sh`) ? [`sh ${at(`${machine.name}.sh`)} >/dev/null`] : []),
    ...(has(`${machine.name}.nft`) ? [`nft -f ${at(`${machine.name}.nft`)}`] : []),
    more,
    `sh ${at('collect.sh')}`,
  ].join('\n')
  const { status, stdout, stderr } = run(script)
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** The document as Azure knows it: nothing about guests. */
function withoutGuests(document: TopologyDocument): TopologyDocument {
  const entries = Object.entries(document.resources).flatMap(([id, fields]) => {
    if (id.startsWith('loopbackInterface/') || id.startsWith('listener/')) return []
    const { guest: _, ...rest } = fields as { guest?: unknown }
    return [[id, id.startsWith('frontend') ? fields : rest]]
  })
  return { ...document, resources: Object.fromEntries(entries) }
}

/** The guest half, without names that a diagram is free to choose and with policy routes as a set. */
function guestHalf(document: TopologyDocument, machine: string) {
  const model = resolve(document)
  const { guest } = model.find('virtualMachine', machine as never) ?? {}
  const { connections: _, policyRoutes, rpFilter, ...rest } = guest ?? { os: undefined }
  return {
    guest: rest,
    rpFilter: rpFilter ?? 0,
    policyRoutes: new Set(policyRoutes?.map(({ from, networkInterface: by }) => `${from} ${by}`)),
    loopbacks: model.loopbacksOf(machine).map(({ name, addresses }) => ({ name, addresses })),
    nics: model.interfacesOf(machine).map(({ id, guest: own }) => [id, own?.name, own?.addresses]),
  }
}

/** Of templates that are wrong in the guest the script makes the ones that are right. */
const puttingRight: { readonly [id: string]: string } = {
  'public-site-missing-on-one-vm': 'two-public-tls-sites',
  'linux-loopback-with-short-prefix': 'linux-loopback',
  'answer-by-the-wrong-nic': 'second-nic-behind-load-balancer',
}
const madeOf = (id: string): TopologyDocument | undefined =>
  scenarios.find((one) => one.id === (puttingRight[id] ?? id))?.document

const linuxMachines = (document: TopologyDocument) =>
  resolve(document)
    .all('virtualMachine')
    .filter(({ guest }) => guest?.os === 'linux')

describe.skipIf(!canRun)('the Linux collector, run on this kernel', () => {
  it.each(
    scenarios
      .filter(({ document }) => linuxMachines(document).length > 0)
      .map(({ id, document }) => [id, { document }] as const),
  )('gives back the guest that an exported script has set up: %s', (id, { document }) => {
    const made = madeOf(id) ?? document
    const machines = linuxMachines(document)
    const texts = machines.map((machine) => collected(document, machine))
    const pieces = texts.map((text) => {
      const result = importText(text)
      if (!result.ok) throw new Error(result.message)
      return result
    })
    const { document: read } = combine(pieces, withoutGuests(document))
    for (const { id: machine } of machines) {
      const { rpFilter } = guestHalf(document, machine)
      expect(guestHalf(read, machine)).toEqual({ ...guestHalf(made, machine), rpFilter })
    }
    // What is drawn agrees with what is there, and importing it changes only what the kernel adds.
    const { comparisons } = combine(pieces, made)
    expect(comparisons.filter(({ agrees, asked }) => !agrees && asked.startsWith('Address'))).toEqual([])
  })

  it('lists the sockets that are open', () => {
    const { document } = linuxLoopback
    const [machine] = resolve(document).all('virtualMachine')
    if (!machine) throw new Error('no machine')
    const listen = path.join(folder, 'listen.mjs')
    writeFileSync(
      listen,
      `import net from 'node:net'
       import dgram from 'node:dgram'
       import { writeFileSync } from 'node:fs'
       net.createServer().listen(80, '0.0.0.0', () => {
         net.createServer().listen(8443, '10.0.0.100', () => {
           dgram.createSocket('udp4').bind(80, '0.0.0.0', () => writeFileSync(process.argv[2], 'ready'))
         })
       })
       setTimeout(() => process.exit(), 30000)`,
    )
    const ready = path.join(folder, 'ready')
    const start = `'${process.execPath}' '${listen}' '${ready}' &
      listener=$!
      trap 'kill $listener' EXIT
      for turn in $(seq 100); do [ -f '${ready}' ] && break; sleep 0.1; done`
    const result = importText(collected(document, machine, start))
    if (!result.ok) throw new Error(result.message)
    expect(
      result.guests?.[0]?.sockets
        ?.map(({ protocol, address, port }) => `${protocol} ${address} ${port}`)
        .sort(),
    ).toEqual(['Tcp 0.0.0.0 80', 'Tcp 10.0.0.100 8443', 'Udp 0.0.0.0 80'])
  })

  it('finds the one machine that lacks its address', () => {
    const { document } = linuxLoopback
    const [machine] = resolve(document).all('virtualMachine')
    if (!machine) throw new Error('no machine')
    const result = importText(collected(document, machine, 'ip addr del 10.0.0.100/32 dev lo'))
    if (!result.ok) throw new Error(result.message)
    const wrong = combine([result], document).comparisons.filter(({ agrees }) => !agrees)
    expect(wrong).toContainEqual({
      machine: machine.id,
      machineName: machine.name,
      asked: expect.stringContaining('10.0.0.100'),
      has: 'On no interface',
      agrees: false,
    })
  })
})
