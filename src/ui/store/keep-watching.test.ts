import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { windowsLoopback } from '../../core/scenarios/windows-loopback.ts'
import type { Flow } from '../../core/simulator/trace.ts'
import { startChecking } from './after-typing.ts'
import { currentWatched, flowsOf } from './derived.ts'
import { currentDocument, edit, replaceDocument, startWith, undo } from './document.ts'
import { keepWatching } from './keep-watching.ts'
import { setPlayer, useSession } from './session.ts'

const siteB = 'frontendIPConfiguration/site-b'
const free: Flow = { kind: 'inbound', from: '10.9.9.9', to: '10.0.0.101', port: 8443, protocol: 'Tcp' }
const player = () => useSession.getState().player
const setAddress = (value: string) =>
  edit('Change address', [{ type: 'resource.set', id: siteB, path: 'privateIPAddress', value }])

startChecking()
const stop = keepWatching()
afterAll(stop)

beforeEach(() => {
  startWith(twoTlsSites)
  useSession.setState({ whatIf: new Map(), measured: new Map() })
  setPlayer({ flow: null, free: null, formOpen: false, backend: null, step: 0 })
})

it('a flow that is meant follows its frontend to another address', () => {
  const flow = flowsOf(currentDocument()).find((one) => one.kind === 'inbound' && one.to === '10.0.0.101')
  setPlayer({ flow: flow ?? null })
  setAddress('10.0.0.102')
  expect(player().flow).toMatchObject({ to: '10.0.0.102' })
})

it('a flow that is meant is let go with its frontend', () => {
  const flow = flowsOf(currentDocument()).find((one) => one.kind === 'inbound' && one.to === '10.0.0.101')
  setPlayer({ flow: flow ?? null })
  edit('Delete', [{ type: 'resource.remove', id: siteB }])
  expect(player().flow).toBeNull()
})

it('one backend of a flow that is meant stays watched', () => {
  const [flow] = flowsOf(currentDocument())
  const asked = { ...flow, backend: 'virtualMachine/web2' } as Flow
  setPlayer({ flow: asked })
  edit('Rename', [{ type: 'document.rename', name: 'Renamed' }])
  setAddress('10.0.0.102')
  expect(player().flow).toEqual(asked)
})

it('a free flow stays as it is while the diagram is edited', () => {
  setPlayer({ free, flow: free })
  setAddress('10.0.0.102')
  expect(player()).toMatchObject({ free, flow: free })
  undo()
  expect(currentWatched()?.trace?.reason).toBe('no-rule-match')
})

it('a free flow goes when another diagram is opened', () => {
  setPlayer({ free, flow: free, formOpen: true })
  replaceDocument('Open another', windowsLoopback.document)
  expect(player()).toMatchObject({ free: null, flow: null, formOpen: false })
})

it('what comes with a large diagram is there still when that is checked', () => {
  vi.useFakeTimers()
  const clients = Array.from({ length: 201 }, (_, index) => [`client/c${index}`, { name: `c${index}` }])
  const { document } = windowsLoopback
  const resources = { ...document.resources, ...Object.fromEntries(clients) }
  useSession.setState({ whatIf: new Map([['virtualMachine/web1', 'down']]) })
  replaceDocument('Open a large one', { ...document, resources })
  expect(useSession.getState().whatIf.size).toBe(0)
  const sent = { free, flow: free, backend: null, step: 0 }
  const whatIf = new Map([['virtualMachine/iis1', 'down' as const]])
  const measured = new Map()
  measured.set('ipConfiguration/iis1', 'up')
  useSession.setState({ whatIf, measured })
  setPlayer(sent)
  vi.runAllTimers()
  vi.useRealTimers()
  expect(useSession.getState()).toMatchObject({ whatIf, measured })
  expect(player()).toMatchObject(sent)
})

it('the packet stays at its place when an edit puts others before it', () => {
  const flow = flowsOf(currentDocument()).find((one) => one.kind === 'inbound' && one.to === '10.0.0.100')
  setPlayer({ flow: flow ?? null, backend: 'virtualMachine/web1', comparing: false })
  const place = () => {
    const { trace, step = 0 } = currentWatched() ?? {}
    return trace?.hops[step]?.at
  }
  const socket = currentWatched()?.trace?.hops.findIndex(({ at }) => at === 'socket') ?? 0
  setPlayer({ step: socket })
  const forward = {
    name: 'f',
    protocol: 'Tcp',
    address: '10.0.0.100',
    port: 443,
    toAddress: '10.0.0.4',
    toPort: 443,
  }
  edit('Forward', [
    { type: 'resource.set', id: 'virtualMachine/web1', path: 'guest.portForwards', value: [forward] },
  ])
  expect(currentWatched()?.step).toBe(socket + 1)
  expect(place()).toBe('socket')
  undo()
  expect(currentWatched()?.step).toBe(socket)
})

it('the packet comes back to its place after an edit that stopped it before', () => {
  const flow = flowsOf(currentDocument()).find((one) => one.kind === 'inbound' && one.to === '10.0.0.100')
  setPlayer({ flow: flow ?? null, backend: 'virtualMachine/web1', comparing: false })
  const last = (currentWatched()?.trace?.hops.length ?? 1) - 1
  setPlayer({ step: last })
  edit('Stop', [{ type: 'resource.set', id: 'listener/web1-iis', path: 'enabled', value: false }])
  edit('Stop', [{ type: 'resource.set', id: 'loopbackInterface/web1-site-a', path: 'addresses', value: [] }])
  expect(currentWatched()?.trace?.reason).toBe('guest-no-address')
  undo()
  undo()
  expect(currentWatched()?.step).toBe(last)
})
