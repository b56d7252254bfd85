import { emptyDocument } from '../../topology/document.ts'
import { readGuests } from '../guest/read-guests.ts'
import type { Importer } from '../importer.ts'

/** The console's code page is not known, so that its letters outside ASCII are not either. */
const lettersLost = {
  kind: 'left-out',
  subject: 'Letters',
  message:
    'This text is not in UTF-8: each letter that could not be read stands as \uFFFD, also in names of adapters.',
} as const

/** What commands inside a guest print, one by one or by the collector, of one guest or of many. */
export const guest: Importer = {
  id: 'guest',
  title: 'Output of a guest',
  recognise(value, text) {
    const guests = readGuests(text, value)
    const notes = text.includes('\uFFFD') ? [lettersLost] : []
    const nothing = { document: emptyDocument(), notes, parameters: [], next: [], wholePools: [] }
    return guests.length === 0 ? undefined : () => ({ ...nothing, guests })
  },
}
