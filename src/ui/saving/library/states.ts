import { inLibrary, isState, type LibraryTransaction, type SavedState } from './database.ts'

/** How many states without a name are kept of a diagram, and how many characters they may have in all. */
export const mostStates = 50
const mostCharacters = 64 * 1024 * 1024
/** Saves of one step, such as typing into a field, are one state while no pause between them is longer. */
const mergeWithin = 60_000

const textKey = (key: number) => `state ${key}`

async function statesIn(transaction: LibraryTransaction, diagram: string): Promise<readonly SavedState[]> {
  const states = await transaction.objectStore('states').index('diagram').getAll(diagram)
  return (states as readonly SavedState[]).filter(isState)
}

async function forgetState(transaction: LibraryTransaction, key: number): Promise<void> {
  await Promise.all([
    transaction.objectStore('states').delete(key),
    transaction.objectStore('texts').delete(textKey(key)),
  ])
}

/** The oldest states that have no name and no room any more. */
function tooMany(states: readonly SavedState[]): readonly SavedState[] {
  let [count, characters] = [0, 0]
  return states
    .filter(({ name }) => name === undefined)
    .toReversed()
    .filter((state) => {
      count++
      characters += state.characters
      return count > 1 && (count > mostStates || characters > mostCharacters)
    })
}

/** Adds a state of a diagram to its history, and lets go of the oldest. */
export async function addState(
  transaction: LibraryTransaction,
  diagram: string,
  state: { readonly label: string; readonly savedAt: number; readonly text: string; readonly name?: string },
): Promise<void> {
  const { text, ...about } = state
  const known = await statesIn(transaction, diagram)
  const last = known.at(-1)
  const goesOn =
    last?.name === undefined &&
    state.name === undefined &&
    last?.label === state.label &&
    state.savedAt - last.savedAt <= mergeWithin
  if (goesOn) await forgetState(transaction, last.key)
  const row = { ...about, diagram, characters: text.length }
  const key = await transaction.objectStore('states').add(row)
  await transaction.objectStore('texts').put(text, textKey(key))
  const now = [...known.filter((one) => !goesOn || one !== last), { ...row, key }]
  for (const old of tooMany(now)) await forgetState(transaction, old.key)
}

/** Forgets every state of a diagram. */
export async function forgetStates(transaction: LibraryTransaction, diagram: string): Promise<void> {
  for (const { key } of await statesIn(transaction, diagram)) await forgetState(transaction, key)
}

/** The states that a diagram had, the newest first. */
export const statesOf = (diagram: string): Promise<readonly SavedState[]> =>
  inLibrary(async (transaction) => (await statesIn(transaction, diagram)).toReversed())

/** The text of a state. */
export const textOfState = (key: number): Promise<string | undefined> =>
  inLibrary((transaction) => transaction.objectStore('texts').get(textKey(key)))

/** Keeps a state under a name. */
export const nameState = (diagram: string, name: string, text: string, savedAt: number): Promise<void> =>
  inLibrary((transaction) => addState(transaction, diagram, { name, label: '', text, savedAt }))

/** Takes a state out of the history. */
export const removeState = (key: number): Promise<void> =>
  inLibrary((transaction) => forgetState(transaction, key))
