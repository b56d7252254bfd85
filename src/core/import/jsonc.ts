/** The value of JSON text; `undefined` where it is none. */
export function valueOfJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** JSON text without its comments and trailing commas, and with line breaks inside strings escaped: ARM allows all three. */
export function plainJson(text: string): string {
  const parts = text.matchAll(
    // What is not closed goes on to the end, so that it is looked at once.
    /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|,|[\s]+|[^"/,\s]+|[\s\S]/g,
  )
  const kept: string[] = []
  let comma = false
  for (const [part] of parts) {
    if (part.startsWith('//') || part.startsWith('/*') || part.trim() === '') continue
    if (comma && part[0] !== '}' && part[0] !== ']') kept.push(',')
    comma = part === ','
    if (comma) continue
    kept.push(part[0] === '"' ? part.replaceAll('\r', '\\r').replaceAll('\n', '\\n') : part)
  }
  if (comma) kept.push(',')
  return kept.join(' ')
}

/** The deepest nesting of objects and arrays in a JSON value. Walks without recursion. */
export function nestingOf(value: unknown): number {
  let level = [value]
  let depth = 0
  for (;;) {
    const next: unknown[] = []
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue
      for (const inner of Object.values(item)) next.push(inner)
    }
    if (next.length === 0) return depth
    depth += 1
    level = next
  }
}
