import { json } from './json.ts'
import { markdown } from './markdown.ts'
import type { Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every format of `check`, by the name that `--format` takes. */
export const reporters: { readonly [format: string]: Reporter } = { text, json, sarif, markdown }
