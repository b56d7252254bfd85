/** A text of letters and digits that the template makes of what only Azure knows, and parts of it. */
const hash = /^<(uniqueString|guid|newGuid)>$/i

const isPlace = (value: unknown): value is number => typeof value === 'number' && value >= 0

/** What stands for a part of a text that is not known: equal parts of one text are equal. `undefined`: it is no such part. */
export function shortened(name: string, [text, one, other]: readonly unknown[]): string | undefined {
  const [, whole] = (typeof text === 'string' && hash.exec(text)) || []
  if (whole === undefined || !isPlace(one)) return undefined
  if (name === 'take') return `<${whole}.take(${one})>`
  if (name !== 'substring' || !isPlace(other)) return undefined
  return one === 0 ? `<${whole}.take(${other})>` : `<${whole}.substring(${one}.${other})>`
}
