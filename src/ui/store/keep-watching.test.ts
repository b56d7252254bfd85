import { afterAll, beforeEach, expect, it } from 'vitest'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { windowsLoopback } from '../../core/scenarios/windows-loopback.ts'
import type { Flow } from '../../core/simulator/trace.ts'
import { currentWatched, flowsOf } from './derived.ts'
import { currentDocument, edit, replaceDocument, startWith, undo } from './document.ts'
import { keepWatching } from './keep-watching.ts'
import { setPlayer, useSession } from './session.ts'

const siteB = 'frontendIPConfiguration/site-b'
const free: Flow = { kind: 'inbound', from: '10.9.9.9', to: '10.0.0.101', port: 8443, protocol: 'Tcp' }
const player = () => useSession.getState().player
const setAddress = (value: string) =>
  edit('Change address', [{ type: 'resource.set', id: siteB, path: 'privateIPAddress', value }])

const stop = keepWatching()
afterAll(stop)

beforeEach(() => {
  startWith(twoTlsSites)
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
