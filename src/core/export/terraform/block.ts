import type { ArmValue } from '../azure/value.ts'
import type { Lines } from '../text/lines.ts'
import { hclString } from '../text/quote.ts'

/** Text of an expression that stands as it is. */
export class Expression {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = ArmValue | Expression | readonly Expression[] | undefined

/** A block: its type with labels, its arguments, and the blocks in it. */
export interface Block {
  readonly head: string
  /** The id of the resource it comes from. */
  readonly source?: string
  readonly set?: { readonly [name: string]: Value }
  readonly blocks?: readonly Block[]
}

function valueText(value: Value): string | undefined {
  if (value instanceof Expression) return value.text
  if (Array.isArray(value)) {
    const items = (value as readonly (ArmValue | Expression)[]).flatMap((item) => valueText(item) ?? [])
    return items.length === 0 ? undefined : `[${items.join(', ')}]`
  }
  if (typeof value === 'string') return hclString(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** Adds a block as `terraform fmt` would have it. Arguments without a value are left out. */
export function writeBlock(lines: Lines, { head, source, set = {}, blocks = [] }: Block, indent = ''): void {
  lines.from(source, () => {
    const entries = Object.entries(set).flatMap(([name, value]) => {
      const text = valueText(value)
      return text === undefined ? [] : [[name, text] as const]
    })
    const width = Math.max(0, ...entries.map(([name]) => name.length))
    if (entries.length === 0 && blocks.length === 0) {
      lines.add(`${indent}${head} {}`)
      return
    }
    lines.add(`${indent}${head} {`)
    for (const [name, text] of entries) lines.add(`${indent}  ${name.padEnd(width)} = ${text}`)
    for (const [index, block] of blocks.entries()) {
      if (entries.length > 0 || index > 0) lines.add('')
      writeBlock(lines, block, `${indent}  `)
    }
    lines.add(`${indent}}`)
  })
}
