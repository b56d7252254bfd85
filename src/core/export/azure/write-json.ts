import type { Lines } from '../text/lines.ts'
import { jsonString } from '../text/quote.ts'
import { type ArmValue, entriesOf, isObject, Parameter, Reference, source } from './value.ts'

/** How a JSON format writes what is no plain JSON. */
export interface JsonWords {
  text(text: string): string
  /** Changes a finished string of the document further. */
  escape?(json: string): string
  reference(reference: Reference): string
  parameter(parameter: Parameter): string
}

/** Adds a value as indented JSON, without a line break at its end. */
export function writeJson(
  lines: Lines,
  value: ArmValue,
  words: JsonWords,
  indent: string,
  before: string,
): void {
  if (Array.isArray(value)) {
    writeItems(lines, before, '[', ']', indent, value, (item: ArmValue) =>
      writeJson(lines, item, words, `${indent}  `, `${indent}  `),
    )
  } else if (isObject(value)) {
    lines.from(value[source], () =>
      writeItems(lines, before, '{', '}', indent, entriesOf(value), ([name, item]) =>
        writeJson(lines, item, words, `${indent}  `, `${indent}  ${jsonString(name)}: `),
      ),
    )
  } else lines.add(`${before}${scalar(value, words)}`)
}

function writeItems<Item>(
  lines: Lines,
  before: string,
  open: string,
  close: string,
  indent: string,
  items: readonly Item[],
  write: (item: Item) => void,
): void {
  if (items.length === 0) {
    lines.add(`${before}${open}${close}`)
    return
  }
  lines.add(`${before}${open}`)
  for (const [index, item] of items.entries()) {
    write(item)
    if (index < items.length - 1) lines.append(',')
  }
  lines.add(`${indent}${close}`)
}

function scalar(value: ArmValue, words: JsonWords): string {
  if (value instanceof Reference) return jsonString(words.reference(value))
  if (value instanceof Parameter) return jsonString(words.parameter(value))
  if (typeof value !== 'string') return JSON.stringify(value)
  const json = jsonString(words.text(value))
  return words.escape?.(json) ?? json
}
