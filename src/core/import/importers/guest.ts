import { emptyDocument } from '../../topology/document.ts'
import { readGuests } from '../guest/read-guests.ts'
import type { Importer } from '../importer.ts'

/** What commands inside a guest print, one by one or by the collector, of one guest or of many. */
export const guest: Importer = {
  id: 'guest',
  title: 'Output of a guest',
  recognise: (_value, text) => readGuests(text).length > 0,
  read: (_value, _options, text) => ({
    document: emptyDocument(),
    notes: [],
    parameters: [],
    next: [],
    wholePools: [],
    guests: readGuests(text),
  }),
}
