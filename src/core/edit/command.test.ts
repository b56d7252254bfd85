import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { resolve } from '../topology/model.ts'
import { applyCommand, applyCommands, type Command, setAtPath } from './command.ts'

describe('setAtPath', () => {
  it.each([
    [{ a: 1 }, 'a', 2, { a: 2 }],
    [{ a: { b: [1, 2, 3] } }, 'a.b.1', undefined, { a: { b: [1, 3] } }],
    [{ a: { b: [1, 2] } }, 'a.b.2', 3, { a: { b: [1, 2, 3] } }],
    [{}, 'guest.firewall.enabled', true, { guest: { firewall: { enabled: true } } }],
    [{ a: 1, b: 2 }, 'a', undefined, { b: 2 }],
    [{ list: [{ x: 1 }, { x: 2 }] }, 'list.1.x', 5, { list: [{ x: 1 }, { x: 5 }] }],
  ])('%j at %s = %j', (target, path, value, result) => {
    expect(setAtPath(target, path.split('.'), value)).toEqual(result)
  })

  it.each([
    [{ a: [1, 2] }, 'a', [1, 2]],
    [{ a: [{ b: 1 }] }, 'a.0.b', 1],
    [{ a: { b: 1 } }, 'a', { b: 1 }],
    [{ a: [1] }, 'a.5', 2],
    [{ a: [1] }, 'a.1', undefined],
    [{ a: [1] }, 'a.x', 2],
    [{}, 'none', undefined],
    [{}, '__proto__.polluted', true],
  ])('gives %j back as it is for %s = %j', (target, path, value) => {
    expect(setAtPath(target, path.split('.'), value)).toBe(target)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('applyCommand', () => {
  it.each<Command>([
    { type: 'resource.add', id: 'client/app-tier', fields: { name: 'again' } },
    { type: 'resource.set', id: 'client/none', path: 'name', value: 'x' },
    { type: 'resource.set', id: 'client/app-tier', path: 'name', value: 'app-tier' },
    { type: 'resource.remove', id: 'client/none' },
    { type: 'layout.set', entries: {} },
    { type: 'layout.set', entries: { 'client/none': null } },
    { type: 'layout.set', entries: { ...twoTlsSites.layout } },
    { type: 'document.rename', name: twoTlsSites.name },
  ])('gives the same document back where nothing changes: $type', (command) => {
    expect(applyCommand(twoTlsSites, command)).toBe(twoTlsSites)
  })

  it('takes away every reference to what it removes, several in one list too', () => {
    const ids = ['ipConfiguration/web1-ipconfig1', 'ipConfiguration/web2-ipconfig1']
    const document = applyCommands(
      twoTlsSites,
      ids.map((id) => ({ type: 'resource.remove', id })),
    )
    expect(document.resources['backendAddressPool/web-pool']).toMatchObject({ backendIPConfigurations: [] })
  })

  it('forgets the place and the accepted findings of what it removes', () => {
    const suppressions = ['client/app-tier', 'probe/health'].map((resource) => {
      return { rule: 'x', resource, reason: 'because' }
    })
    const document = applyCommand(
      { ...twoTlsSites, suppressions },
      { type: 'resource.remove', id: 'client/app-tier' },
    )
    expect(document.layout).not.toHaveProperty('client/app-tier')
    expect(document.suppressions?.map(({ resource }) => resource)).toEqual(['probe/health'])
  })
})

describe('removing several things', () => {
  it('at once or one by one gives the same', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(twoTlsSites.resources)), (ids) => {
        const commands = ids.map((id): Command => ({ type: 'resource.remove', id }))
        const together = applyCommands(twoTlsSites, commands)
        expect(together).toEqual(commands.reduce(applyCommand, twoTlsSites))
        for (const id of ids) expect(resolve(together).referrersTo(id)).toEqual([])
      }),
      { seed: 3, numRuns: 150 },
    )
  })
})
