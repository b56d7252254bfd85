/** Whole lines of a text that are replaced by others. Lines count from 1; `last` is the last one that goes. */
export interface TextEdit {
  readonly first: number
  readonly last: number
  readonly inserted: string
}

/** The smallest block of whole lines that turns one text into another; `undefined` where they are equal. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  const [old, now] = [before.split('\n'), after.split('\n')]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter - 1 && old[head] === now[head]) head++
  let tail = 0
  while (tail < shorter - 1 - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  return {
    first: head + 1,
    last: old.length - tail,
    inserted: now.slice(head, now.length - tail).join('\n'),
  }
}
