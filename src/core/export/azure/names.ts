/** A name that Azure's network resource provider accepts: letters, digits, `_`, `.`, `-`, 80 at most. */
export function validName(name: string, most = 80): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, most)
    .replace(/[^A-Za-z0-9_]+$/, '')
  return plain === '' ? 'unnamed' : plain
}

/** Gives each thing a valid name that no other thing beside it has. Azure does not tell upper from lower case. */
export class Names {
  readonly #taken = new Set<string>()

  readonly #most: number

  constructor(most = 80) {
    this.#most = most
  }

  give(name: string): string {
    const base = validName(name, this.#most)
    let candidate = base
    for (let number = 2; this.#taken.has(candidate.toLowerCase()); number += 1) {
      const suffix = `-${number}`
      candidate = base.slice(0, this.#most - suffix.length) + suffix
    }
    this.#taken.add(candidate.toLowerCase())
    return candidate
  }
}
