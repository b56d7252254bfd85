/** Values of expressions, each evaluated once. What is asked for while it is being evaluated refers to itself. */
export class Memo {
  private readonly values = new Map<string, unknown>()
  private readonly open = new Set<string>()
  private readonly circular: Set<string>

  /** @param circular takes the expressions that refer to themselves */
  constructor(circular: Set<string>) {
    this.circular = circular
  }

  /** The value of an expression, in any casing; `undefined` inside itself. */
  value(expression: string, make: () => unknown): unknown {
    const key = expression.toLowerCase()
    if (this.open.has(key)) {
      this.circular.add(expression)
      return undefined
    }
    if (this.values.has(key)) return this.values.get(key)
    this.open.add(key)
    const value = make()
    this.open.delete(key)
    this.values.set(key, value)
    return value
  }
}
