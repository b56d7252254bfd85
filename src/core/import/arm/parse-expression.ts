/** A node of an ARM template expression. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly target: Expression; readonly key: Expression }

/** Expressions inside each other beyond which a text is not read. */
const deepest = 64
const token = /\s*('(?:[^']|'')*'|-?\d+(?:\.\d+)?|[A-Za-z_][\w]*|[()[\],.])/y

/** Reads what stands between `[` and `]`; `undefined` where it is no expression. */
export function parseExpression(text: string): Expression | undefined {
  const tokens: string[] = []
  token.lastIndex = 0
  let end = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    tokens.push(found[1] ?? '')
    end = token.lastIndex
  }
  if (text.slice(end).trim() !== '') return undefined
  let at = 0
  const take = (wanted: string) => tokens[at] === wanted && ++at > 0

  function list(depth: number): readonly Expression[] | undefined {
    const args: Expression[] = []
    if (take(')')) return args
    do {
      const arg = expression(depth)
      if (!arg) return undefined
      args.push(arg)
    } while (take(','))
    return take(')') ? args : undefined
  }

  function primary(depth: number): Expression | undefined {
    const word = tokens[at++]
    if (word === undefined) return undefined
    if (word[0] === "'") return { kind: 'value', value: word.slice(1, -1).replaceAll("''", "'") }
    if (/^-?\d/.test(word)) return { kind: 'value', value: Number(word) }
    if (!/^\w/.test(word)) return undefined
    let name = word
    if (tokens[at] === '.' && tokens[at + 2] === '(') {
      name = `${word}.${tokens[at + 1]}`
      at += 2
    }
    if (!take('(')) return undefined
    const args = list(depth + 1)
    return args && { kind: 'call', name: name.toLowerCase(), args }
  }

  function expression(depth: number): Expression | undefined {
    if (depth > deepest) return undefined
    let target = primary(depth)
    for (let links = 0; target && links < deepest; links += 1) {
      if (take('.')) {
        const name = tokens[at++]
        if (name === undefined || !/^\w/.test(name)) return undefined
        target = { kind: 'member', target, key: { kind: 'value', value: name } }
      } else if (take('[')) {
        const key = expression(depth + 1)
        if (!key || !take(']')) return undefined
        target = { kind: 'member', target, key }
      } else break
    }
    return target
  }

  const whole = expression(0)
  return whole && at === tokens.length ? whole : undefined
}
