import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument } from '../topology/document.ts'
import { parseDocument } from '../topology/parse.ts'
import type { Command } from './command.ts'
import {
  canRedo,
  canUndo,
  edit,
  type History,
  historySteps,
  mergePause,
  redo,
  redoLabel,
  startHistory,
  undo,
  undoLabel,
} from './history.ts'

const named = (name: string): readonly Command[] => [{ type: 'document.rename', name }]

describe('steps', () => {
  it('are named for undo and redo', () => {
    let history = startHistory(emptyDocument('zero'))
    expect([canUndo(history), canRedo(history), undoLabel(history)]).toEqual([false, false, undefined])
    history = edit(edit(history, 'One', named('one')), 'Two', named('two'))
    expect(undoLabel(history)).toBe('Two')
    history = undo(history)
    expect([undoLabel(history), redoLabel(history), history.present.document.name]).toEqual([
      'One',
      'Two',
      'one',
    ])
    history = edit(history, 'Three', named('three'))
    expect([canRedo(history), undoLabel(undo(history))]).toEqual([false, 'One'])
  })

  it('are not made by an edit that changes nothing', () => {
    const history = startHistory(twoTlsSites)
    const commands: Command[] = [
      { type: 'resource.set', id: 'client/app-tier', path: 'name', value: 'app-tier' },
      { type: 'layout.set', entries: twoTlsSites.layout },
    ]
    expect(edit(history, 'Nothing', commands)).toBe(history)
  })

  it(`are kept up to ${historySteps}`, () => {
    let history = startHistory(emptyDocument())
    for (let step = 0; step < historySteps + 20; step++) history = edit(history, 'x', named(`${step}`))
    expect(history.past).toHaveLength(historySteps)
    for (let step = 0; step < historySteps; step++) history = undo(history)
    expect([canUndo(history), history.present.document.name]).toEqual([false, '19'])
  })
})

describe('merging', () => {
  const typed = (history: History, name: string, now?: number) =>
    edit(history, `Rename to ${name}`, named(name), {
      mergeKey: 'name',
      ...(now === undefined ? {} : { now }),
    })

  it('makes one step of edits with one key in a row, under the last name', () => {
    const history = ['a', 'ab', 'abc'].reduce(
      (next, name) => typed(next, name),
      startHistory(emptyDocument('')),
    )
    expect([history.past.length, undoLabel(history), undo(history).present.document.name]).toEqual([
      1,
      'Rename to abc',
      '',
    ])
  })

  it.each([
    ['another key between', (history: History) => edit(history, 'Other', named('x'), { mergeKey: 'other' })],
    ['an edit without a key between', (history: History) => edit(history, 'Other', named('x'))],
    ['undo and redo between', (history: History) => redo(undo(history))],
  ])('starts anew with %s', (_, between) => {
    const start = typed(startHistory(emptyDocument('')), 'a')
    const before = between(start)
    expect(typed(before, 'ab').past).toHaveLength(before.past.length + 1)
  })

  it('does not touch a step that undo went back to', () => {
    const one = typed(startHistory(emptyDocument('')), 'a')
    const back = undo(edit(one, 'Other', named('x')))
    expect(typed(back, 'ab').past).toHaveLength(2)
  })

  it('ends with a pause', () => {
    const first = typed(startHistory(emptyDocument('')), 'a', 1_000)
    expect(typed(first, 'ab', 1_000 + mergePause).past).toHaveLength(1)
    expect(typed(first, 'ab', 1_001 + mergePause).past).toHaveLength(2)
  })
})

const ids = Object.keys(twoTlsSites.resources)
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('resource.remove' as const), id: fc.constantFrom(...ids, 'probe/new') }),
  fc.record({
    type: fc.constant('resource.add' as const),
    id: fc.constantFrom('probe/new', 'client/new-1', 'listener/other'),
    fields: fc.record({ name: fc.string() }),
  }),
  fc.record({
    type: fc.constant('resource.set' as const),
    id: fc.constantFrom(...ids),
    path: fc.constantFrom('name', 'privateIPAddress', 'addressPrefix', 'requestPath'),
    value: fc.string(),
  }),
  fc.record({
    type: fc.constant('resource.set' as const),
    id: fc.constantFrom(...ids.filter((id) => /^(loadBalancingRule|probe|listener)/.test(id))),
    path: fc.constantFrom('frontendPort', 'backendPort', 'port', 'intervalInSeconds'),
    value: fc.nat(),
  }),
  fc.record({
    type: fc.constant('resource.set' as const),
    id: fc.constantFrom(...ids.filter((id) => id.startsWith('loopbackInterface'))),
    path: fc.constantFrom('addresses.0', 'addresses.1', 'weakHostSend', 'persistent'),
  }),
  fc.record({
    type: fc.constant('layout.set' as const),
    entries: fc.dictionary(
      fc.constantFrom(...ids),
      fc.option(fc.record({ x: fc.integer(), y: fc.integer() }), { nil: null }),
    ),
  }),
  fc.record({ type: fc.constant('document.rename' as const), name: fc.string() }),
  fc.constant<Command>({ type: 'document.replace', document: emptyDocument() }),
)
const step = fc.record({
  commands: fc.array(command, { maxLength: 4 }),
  mergeKey: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
})

describe('for any edits', () => {
  const apply = (
    history: History,
    { commands, mergeKey }: { commands: Command[]; mergeKey: string | undefined },
  ) => edit(history, 'Step', commands, mergeKey === undefined ? {} : { mergeKey })

  it('the document stays readable, undo gives back the identical documents and redo again the later ones', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let history = startHistory(twoTlsSites)
        for (const one of steps) {
          history = apply(history, one)
          const { document } = history.present
          expect(parseDocument(document)).toEqual({ ok: true, document })
        }
        const documents = [...history.past, history.present].map(({ document }) => document)
        for (const document of documents.toReversed()) {
          expect(history.present.document).toBe(document)
          history = undo(history)
        }
        expect(canUndo(history)).toBe(false)
        for (const document of documents) {
          expect(history.present.document).toBe(document)
          history = redo(history)
        }
        expect(canRedo(history)).toBe(false)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('undo after an unmerged edit is as if it had not been made', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 6 }),
        fc.array(command, { maxLength: 4 }),
        (steps, commands) => {
          const history = steps.reduce(apply, startHistory(twoTlsSites))
          const later = edit(history, 'Last', commands)
          if (later === history) return
          expect(undo(later).present.document).toBe(history.present.document)
          expect(undo(later).past).toEqual(history.past)
          expect(redo(undo(later)).present.document).toBe(later.present.document)
        },
      ),
      { seed: 6, numRuns: 200 },
    )
  })
})
