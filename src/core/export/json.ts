import { slugOfName } from '../topology/resource-type.ts'
import { serializeDocument } from '../topology/serialize.ts'
import type { Exporter } from './exporter.ts'

/** The document itself: what Floatpath opens again. */
export const json: Exporter = {
  id: 'json',
  title: 'Floatpath JSON',
  about: 'The whole diagram, to open again here or to keep in a repository.',
  languages: ['json'],
  reads: [],
  export: (document) => ({
    files: [
      {
        name: `${slugOfName(document.name)}.floatpath.json`,
        language: 'json',
        text: serializeDocument(document),
      },
    ],
    notes: [],
  }),
}
