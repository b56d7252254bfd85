import type { parseDocumentText } from '../../core/topology/parse.ts'
import { later } from '../components/lazily.ts'
import { notify } from '../store/session.ts'

/** Reads documents out of text; loaded when the first one is to be read. */
export const parser = later(() => import('../../core/topology/parse.ts'))

/** Does what needs the parser as soon as it is there, or says that it could not be loaded. */
export async function withParser(run: (parse: typeof parseDocumentText) => void): Promise<void> {
  const loaded = await parser().catch(() => undefined)
  if (loaded) run(loaded.parseDocumentText)
  else
    notify({ tone: 'error', text: 'Nothing was opened: a part of the page did not load. Reload the page.' })
}
