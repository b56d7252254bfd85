import { type Json, listOf, objectOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import type { Instance } from './instances.ts'
import { type References, referencesIn, type Standing } from './references.ts'

/** What finding an id takes. */
export interface Finder {
  readonly references: References
  /** Azure's id of an instance, real or to be. */
  idOf(instance: Instance): string | undefined
}

/** The arguments of a Terraform resource, or of a block in one, with what is not known until it is applied. */
export class Arguments {
  private readonly values: Json
  private readonly expressions: Json
  private readonly standing: Standing
  private readonly finder: Finder

  constructor(values: Json, expressions: Json, standing: Standing, finder: Finder) {
    this.values = values
    this.expressions = expressions
    this.standing = standing
    this.finder = finder
  }

  /** An argument under the first of these names that is given. A plan leaves out what it does not know yet. */
  value(...names: readonly string[]): unknown {
    let isKnown = false
    for (const name of names) {
      if (!Object.hasOwn(this.values, name)) continue
      isKnown = true
      const value = this.values[name]
      const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
      if (!isEmpty) return value
    }
    if (isKnown) return undefined
    const [open] = names.flatMap((name) => referencesIn(valueAt(this.expressions, name)))
    return open === undefined ? undefined : new Unresolved(open)
  }

  /** An argument as text, where it is known. */
  text(name: string): string | undefined {
    const value = this.value(name)
    return typeof value === 'string' ? value : undefined
  }

  /** A reference as Azure writes it; one that may mean several stays open. */
  reference(...names: readonly string[]): unknown {
    const value = this.value(...names)
    if (!(value instanceof Unresolved)) return typeof value === 'string' ? { id: value } : undefined
    const [only, ...others] = new Set(this.found(names))
    return only === undefined || others.length > 0 ? value : { id: only }
  }

  /** Several references as Azure writes them. */
  references(name: string): unknown {
    const value = this.value(name)
    if (Array.isArray(value)) return value.map((id) => ({ id }))
    const ids = this.found([name])
    return ids.length > 0 ? ids.map((id) => ({ id })) : value
  }

  private found(names: readonly string[]): readonly string[] {
    return names.flatMap((name) =>
      this.finder.references
        .find(valueAt(this.expressions, name), this.standing)
        .flatMap((instance) => this.finder.idOf(instance) ?? []),
    )
  }

  /** The blocks of a name. */
  blocks(name: string): readonly Arguments[] {
    const written = listOf(valueAt(this.expressions, name))
    return listOf(valueAt(this.values, name)).map(
      (block, index) => new Arguments(objectOf(block), objectOf(written[index]), this.standing, this.finder),
    )
  }
}
