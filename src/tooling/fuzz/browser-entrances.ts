// First: what follows looks for a page when it is loaded.
import './page.ts'

import { clipOf, clipText } from '../../core/edit/copy/clip.ts'
import { parseDocument } from '../../core/topology/parse.ts'
import { pasteText } from '../../ui/canvas/clipboard.ts'
import type { ImportSource } from '../../ui/importing/import-source.ts'
import { close, offer, useImport } from '../../ui/importing/import-state.ts'
import { backToOwn, openLinkInAddress } from '../../ui/permalink/shared.ts'
import { whenText } from '../../ui/saving/dialogs/when.ts'
import { formerKey, openKey, unsavedPrefix } from '../../ui/saving/keys.ts'
import * as library from '../../ui/saving/library/index.ts'
import { readPreferences } from '../../ui/saving/preferences.ts'
import { useWorkspace } from '../../ui/saving/workspace.ts'
import { currentDocument, startWith, undo } from '../../ui/store/document.ts'
import { useSession } from '../../ui/store/session.ts'
import { type Entrance, expectThat } from './entrance.ts'
import { documents, documentText, foreignText, linkText } from './hostile.ts'
import { below, bytes, mutateJson, mutateText, pick, type Random } from './mutate.ts'
import { address, workDone } from './page.ts'

const [own = currentDocument()] = documents

/** Lets something in while a diagram is open: either another state of it can be read and undo takes it back, or nothing has changed. */
async function letIn(enter: () => unknown): Promise<void> {
  startWith(own)
  await enter()
  await workDone()
  const { reading } = useImport.getState()
  if (reading && !reading.ok) expectThat(reading.problems.length > 0, 'It was refused without a reason.')
  if (reading) expectThat(currentDocument() === own, 'The diagram changed before anybody said so.')
  close()
  if (currentDocument() === own) return
  expectThat(parseDocument(currentDocument()).ok, 'What was opened cannot be read.')
  if (useWorkspace.getState().shared) backToOwn()
  else undo()
  expectThat(currentDocument() === own, 'Undo does not bring the diagram back.')
}

const clipTextOf = (random: Random): string => {
  const document = pick(random, documents)
  const ids = Object.keys(document.resources)
  const text = clipText(clipOf(document, [pick(random, ids), pick(random, ids)]))
  return random() < 0.5 ? mutateText(random, text) : JSON.stringify(mutateJson(random, JSON.parse(text)))
}

/** Files of every kind that the page takes. */
function fileOf(random: Random): ImportSource {
  const kind = random()
  if (kind < 0.3) return new File([bytes(random, 2_000)], 'a.bin')
  if (kind < 0.5) return new File([foreignText(random)], 'a.json')
  if (kind < 0.8) return new File([documentText(random)], 'a.floatpath.json')
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...bytes(random, 400)]
  return new File([Uint8Array.from(png)], 'a.png')
}

interface Stored {
  readonly local: readonly (readonly [key: string, text: string])[]
  readonly diagrams: readonly object[]
  readonly states: readonly object[]
  readonly texts: readonly (readonly [key: string, value: unknown])[]
}

const goodText = JSON.stringify(own)
const row = (id: string) => ({ id, name: 'A', revision: 3, savedAt: 1_700_000_000_000, things: 4 })

function storedOf(random: Random): Stored {
  const left = { diagram: pick(random, ['own', 'other']), label: 'Edit', base: 3, document: own }
  const state = { key: 1, diagram: 'own', label: 'Edit', savedAt: 1_700_000_000_000, characters: 10 }
  const [other, known] = [mutateJson(random, row('other'), 0.2), mutateJson(random, state, 0.2)]
  const isRow = (value: unknown): value is object => typeof value === 'object' && value !== null
  return {
    local: [
      [openKey, pick(random, ['own', 'other', mutateText(random, 'own')])],
      [`${unsavedPrefix}${below(random, 9)}`, JSON.stringify(mutateJson(random, left))],
      [`${unsavedPrefix}x`, mutateText(random, JSON.stringify(left))],
      ...(random() < 0.2 ? [[formerKey, documentText(random)] as const] : []),
    ],
    diagrams: isRow(other) ? [{ ...other, id: 'other' }] : [],
    states: isRow(known) ? [{ ...known, key: 1, diagram: 'own' }] : [],
    texts: [
      ['other', random() < 0.8 ? documentText(random) : mutateJson(random, {}, 1)],
      ['state 1', documentText(random)],
    ],
  }
}

/** Puts things into this browser as another page of the same origin could. */
async function store({ local, diagrams, states, texts }: Stored): Promise<void> {
  localStorage.clear()
  sessionStorage.clear()
  for (const [key, text] of local) localStorage.setItem(key, text)
  const transaction = (await library.database()).transaction(['diagrams', 'states', 'texts'], 'readwrite')
  const [rows, former, kept] = ['diagrams', 'states', 'texts'].map((name) =>
    (transaction as unknown as IDBTransaction).objectStore(name),
  )
  for (const all of [rows, former, kept]) all?.clear()
  rows?.put(row('own'))
  kept?.put(goodText, 'own')
  for (const one of diagrams) rows?.put(one)
  for (const one of states) former?.put(one)
  for (const [key, value] of texts) kept?.put(value, key)
  await transaction.done
}

/** What is shown of the library. */
async function look(): Promise<void> {
  for (const { name, things, savedAt } of await library.listDiagrams()) {
    expectThat(typeof name === 'string' && typeof things === 'number', 'The list shows what is no text.')
    whenText(savedAt, 1_700_000_000_000)
  }
  for (const { key, name, label, savedAt } of await library.statesOf('own')) {
    expectThat(typeof (name ?? label) === 'string', 'The history shows what is no text.')
    whenText(savedAt, 1_700_000_000_000)
    library.parseDocumentText((await library.textOfState(key)) ?? '')
  }
}

/** The entrances of the page, by the code that the page has for them. */
export const browserEntrances: readonly Entrance[] = [
  {
    id: 'address',
    about: 'links opened in the page, beside the own diagram',
    cases: 20_000,
    make: linkText,
    async enter(input) {
      startWith(own)
      const text = input as string
      address.hash = text.slice(Math.max(0, text.indexOf('#')))
      await openLinkInAddress()
      if (useWorkspace.getState().shared) {
        expectThat(parseDocument(currentDocument()).ok, 'What was opened cannot be read.')
        backToOwn()
      }
      expectThat(currentDocument() === own, 'The own diagram is another one now.')
      const { notices } = useSession.getState()
      expectThat(!notices.some((one) => one.text.includes('did not load')), 'It was not read at all.')
      useSession.setState({ notices: [] })
    },
  },
  {
    id: 'file',
    about: 'files that are opened or dropped',
    cases: 20_000,
    make: fileOf,
    enter: (input) => letIn(() => offer([input as ImportSource])),
  },
  {
    id: 'paste',
    about: 'text that is pasted: copied things, diagrams, other formats',
    cases: 20_000,
    make: (random) =>
      pick(random, [clipTextOf, clipTextOf, documentText, foreignText, linkText])(random) as string,
    enter: (input) => letIn(() => pasteText(input as string)),
  },
  {
    id: 'storage',
    about: 'what this browser holds of an earlier visit',
    cases: 20_000,
    make: storedOf,
    prepare: (input) => store(input as Stored),
    async enter() {
      const last = await library.openLast()
      if (last.kind === 'found')
        expectThat(parseDocument(last.document).ok, 'What was opened cannot be read.')
      await look()
      const held = await library.readDiagram('own')
      expectThat(held !== undefined, 'The own diagram is gone.')
      const isGood = held?.text === goodText || library.parseDocumentText(held?.text ?? '').ok
      expectThat(isGood, 'The own diagram cannot be read any more.')
    },
  },
  {
    id: 'preferences',
    about: 'what storage holds besides diagrams',
    cases: 20_000,
    make: (random) => mutateText(random, '{"theme":"dark","singleKeyShortcuts":false,"bottomHeight":252}'),
    enter(input) {
      const { theme, bottomHeight } = readPreferences(input as string)
      expectThat(['system', 'light', 'dark'].includes(theme), 'It is a theme that there is not.')
      expectThat(bottomHeight > 0, 'It is no height.')
    },
  },
]
