import { emptyDocument } from '../../topology/document.ts'
import { readGuests } from '../guest/read-guests.ts'
import type { Importer } from '../importer.ts'

/** What commands inside a guest print, one by one or by the collector, of one guest or of many. */
export const guest: Importer = {
  id: 'guest',
  title: 'Output of a guest',
  recognise(value, text) {
    const guests = readGuests(text, value)
    const nothing = { document: emptyDocument(), notes: [], parameters: [], next: [], wholePools: [] }
    return guests.length === 0 ? undefined : () => ({ ...nothing, guests })
  },
}
