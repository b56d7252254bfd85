import { ImportRefusal } from '../importer.ts'
import { type Json, listOf, objectOf, valueAt } from '../keys.ts'
import {
  addressOf,
  type Instance,
  moduleConfiguration,
  moduleNames,
  type Terraform,
  withoutKeys,
} from './instances.ts'
import { type Key, type Own, paired } from './paired.ts'

/** Where an expression stands. */
export interface Standing extends Own {
  readonly module: string
}

/** References through modules beyond which nothing is followed. */
const deepest = 16
/** References of one expression beyond which none is looked at. */
const mostReferences = 2_000
/** Steps that all references of a plan may take. */
const mostSteps = 1_000_000

/** The references of an expression, also of one inside lists and objects. */
export function referencesIn(expression: unknown): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn)
  return listOf(valueAt(expression, 'references')).filter((item) => typeof item === 'string')
}

const keyOf = (module: string, address: string) => `${module} ${address}`
const resourceReference = /^((?:data\.)?azurerm_\w+\.[\w-]+)(?:\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\])?/
const moduleReference = /^module\.([\w-]+)(\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\.([\w-]+)/
/** A key as it is, not as it is written in an address. */
const unescaped = (key: string | undefined) => key?.replaceAll(/\\(.)/g, '$1')

/** Without those that a more specific one stands before: of `x.n[1].id` a plan names `x.n[1]` and `x.n`, too. */
const mostSpecific = (references: readonly string[]) =>
  references.filter(
    (reference) =>
      !references.some((other) => other.startsWith(`${reference}[`) || other.startsWith(`${reference}.`)),
  )

/** The key at the end of a module's address. */
function keyIn(module: string): Key {
  const [, text, number] = /(?:\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\])$/.exec(module) ?? []
  return unescaped(text) ?? (number === undefined ? undefined : Number(number))
}

const outer = (module: string) => module.replace(/\.?module\.[\w-]+(\["(?:[^"\\]|\\.)*"\]|\[\d+\])?$/, '')

/** Finds what the references of a plan stand for: a plan does not know the ids of what it will make. */
export class References {
  private readonly byKey = new Map<string, Instance[]>()
  /** The keys of all instances of a resource or of a module. */
  private readonly keys = new Map<string, Set<Key>>()
  private readonly modules = new Map<string, Set<string>>()
  private readonly configuration: Json
  private steps = 0

  constructor({ instances, configuration }: Terraform) {
    this.configuration = configuration
    for (const instance of instances) {
      const key = keyOf(instance.module, addressOf(instance))
      const list = this.byKey.get(key)
      if (list) list.push(instance)
      else this.byKey.set(key, [instance])
      this.addKey(key, instance.index)
      for (let module = instance.module; module !== ''; module = outer(module)) {
        const plain = withoutKeys(module)
        const known = this.modules.get(plain)
        if (known) known.add(module)
        else this.modules.set(plain, new Set([module]))
        this.addKey(keyOf(outer(module), plain), keyIn(module))
      }
    }
  }

  private addKey(of: string, key: Key): void {
    this.keys.set(of, (this.keys.get(of) ?? new Set()).add(key))
  }

  /** The instances that an expression refers to; none where it does not say which of several it means. */
  find(expression: unknown, standing: Standing, depth = 0): readonly Instance[] {
    const all = referencesIn(expression)
    this.steps += 1 + all.length
    if (this.steps > mostSteps)
      throw new ImportRefusal('The references of this plan lead further than Floatpath follows them.')
    if (depth > deepest || all.length === 0 || all.length > mostReferences) return []
    const references = mostSpecific(all)
    const isOwn = references.some((reference) => /^(count\.index|each\.)/.test(reference))
    const mayBeKeyed = references.some((reference) => /^(var|local)\./.test(reference))
    const found = new Set<Instance>()
    const choose = (several: readonly Instance[], isOpen = false) => {
      const own = isOwn ? paired(several, references, standing) : []
      const chosen = own.length > 0 ? own : several.length > 1 && (isOwn || isOpen) ? [] : several
      for (const one of chosen) found.add(one)
    }
    for (const reference of references) {
      const [, address, text, number] = resourceReference.exec(reference) ?? []
      if (address) {
        const instances = this.byKey.get(keyOf(standing.module, address)) ?? []
        const key = unescaped(text) ?? number
        if (key === undefined) choose(instances, mayBeKeyed)
        else for (const one of instances) if (String(one.index) === key) found.add(one)
      }
      const [, variable] = /^var\.([\w-]+)/.exec(reference) ?? []
      if (variable && standing.module !== '')
        choose(this.find(this.argument(standing.module, variable), this.around(standing), depth + 1))
      const [, module, key, output] = moduleReference.exec(reference) ?? []
      if (module && output) choose(this.output(standing, module, key, output, depth))
      if (/^each\.value/.test(reference) && standing.forEach !== undefined) {
        // What goes through the instances of a resource has their keys.
        const several = this.find(standing.forEach, { ...standing, forEach: undefined }, depth + 1)
        for (const one of several) if (one.index === standing.index || several.length === 1) found.add(one)
      }
    }
    return [...found]
  }

  /** What a module is given for one of its variables. */
  private argument(module: string, variable: string): unknown {
    const name = moduleNames(module).at(-1) ?? ''
    const calls = valueAt(moduleConfiguration(this.configuration, outer(module)), 'module_calls')
    return valueAt(valueAt(valueAt(calls, name), 'expressions'), variable)
  }

  /** Where the call of a module stands. */
  private around({ module }: Standing): Standing {
    const calls = valueAt(moduleConfiguration(this.configuration, outer(module)), 'module_calls')
    return {
      module: outer(module),
      index: keyIn(module),
      keys: this.keys.get(keyOf(outer(module), withoutKeys(module))),
      forEach: valueAt(valueAt(calls, moduleNames(module).at(-1) ?? ''), 'for_each_expression'),
    }
  }

  /** The keys of all instances of the resource that an instance is of. */
  keysBeside(instance: Instance): ReadonlySet<Key> | undefined {
    return this.keys.get(keyOf(instance.module, addressOf(instance)))
  }

  private output(
    standing: Standing,
    module: string,
    key: string | undefined,
    output: string,
    depth: number,
  ): readonly Instance[] {
    const call = [standing.module, `module.${module}`].filter(Boolean).join('.')
    const plain = withoutKeys(call)
    const outputs = valueAt(moduleConfiguration(this.configuration, plain), 'outputs')
    const expression = valueAt(objectOf(valueAt(outputs, output)), 'expression')
    const inside = [...(this.modules.get(plain) ?? [])].filter((one) =>
      key === undefined ? outer(one) === standing.module : one === `${call}${key}`,
    )
    return inside.flatMap((one) => this.find(expression, { module: one, index: undefined }, depth + 1))
  }
}
