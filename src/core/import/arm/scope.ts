import type { MissingParameter } from '../importer.ts'
import { type Json, listOf, objectOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import type { Budget } from './budget.ts'
import { encodingFunctions } from './encoding-functions.ts'
import { functions, keepPlaceholders, shallow } from './functions.ts'
import { higherFunctions, type Lambda } from './lambdas.ts'
import { Memo } from './memo.ts'
import { missingParameter } from './missing-parameter.ts'
import { type Expression, parseExpression } from './parse-expression.ts'
import { inLoop, nowhere, type Place } from './place.ts'
import { referenceOf, resourceInfoOf } from './reference.ts'
import { idByArguments, idOf } from './resource-id.ts'
import { shortened } from './shortened.ts'

/** Evaluations inside each other (parameters, variables, functions, objects) beyond which nothing is evaluated. */
const deepest = 300
const zeros = '00000000-0000-0000-0000-000000000000'
/** A value nobody has given, as it stands in texts. */
const placeholder = /<[A-Za-z_][\w.()]*>/
const mostCopies = 800
/** Different for every group, or every time: nobody can know it from the template. */
const placeholders: { readonly [name: string]: string } = {
  uniquestring: '<uniqueString>',
  guid: '<guid>',
  newguid: '<newGuid>',
  utcnow: '<utcNow>',
}

/** What a name stands for among what is known by name; `__proto__` and the like are names as others are. */
const known = (values: Json, name: unknown, otherwise?: () => unknown): unknown =>
  Object.hasOwn(values, String(name)) ? values[String(name)] : otherwise?.()

/** One template with its parameters and variables, and how its expressions are evaluated. */
export class Scope {
  readonly template: Json
  /** Parameters without a value that something depends on. */
  readonly required = new Map<string, MissingParameter>()
  /** Parameters, variables and outputs that refer to themselves, of all templates inside each other. */
  readonly circular: Set<string>
  resourceGroup = 'rg'
  subscription = zeros
  private readonly budget: Budget
  private readonly given: (name: string) => unknown
  private readonly memo: Memo
  private depth = 0

  constructor(
    template: Json,
    given: (name: string) => unknown,
    budget: Budget,
    circular = new Set<string>(),
  ) {
    this.circular = circular
    this.memo = new Memo(circular)
    this.template = template
    this.given = given
    this.budget = budget
  }

  /** Any value of the template with its expressions evaluated. What cannot be evaluated is `Unresolved`. */
  evaluate(value: unknown, place: Place = nowhere): unknown {
    this.budget.spend()
    if (typeof value === 'string') return this.text(value, place)
    if (typeof value !== 'object' || value === null) return value
    if (this.depth > deepest) return new Unresolved('nested too deep')
    this.depth += 1
    try {
      if (Array.isArray(value)) return value.map((item) => this.evaluate(item, place))
      return this.object(value as Json, place)
    } finally {
      this.depth -= 1
    }
  }

  /** How often a copy loop runs; `Unresolved` where that is not known. */
  countOf(loop: unknown, place: Place): number | Unresolved {
    const written = valueAt(loop, 'count')
    const count = this.evaluate(written, place)
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= mostCopies)
      return count
    return count instanceof Unresolved ? count : new Unresolved(String(written))
  }

  private object(value: Json, place: Place): unknown {
    const made: Record<string, unknown> = Object.create(null)
    for (const [key, item] of Object.entries(value)) {
      if (key.toLowerCase() === 'copy' && Array.isArray(item)) {
        for (const loop of item) {
          const name = String(valueAt(loop, 'name'))
          const count = this.countOf(loop, place)
          made[name] =
            count instanceof Unresolved
              ? count
              : Array.from({ length: count }, (_, index) =>
                  this.evaluate(valueAt(loop, 'input'), inLoop(place, name, index)),
                )
        }
      } else if (key !== '__proto__') made[key] = this.evaluate(item, place)
    }
    return { ...made }
  }

  private text(value: string, place: Place): unknown {
    if (!value.startsWith('[') || !value.endsWith(']')) return value
    if (value.startsWith('[[')) return value.slice(1)
    this.budget.spend(value.length / 16)
    const parsed = parseExpression(value.slice(1, -1))
    const result = parsed ? this.expression(parsed, place) : undefined
    // What was handed on says more than the place where it was handed on.
    if (result instanceof Unresolved && parsed?.kind === 'call') return result
    return result === undefined || result instanceof Unresolved ? new Unresolved(value) : result
  }

  private expression(node: Expression, place: Place): unknown {
    this.budget.spend()
    if (this.depth > deepest) return undefined
    this.depth += 1
    try {
      if (node.kind === 'value') return node.value
      if (node.kind === 'call') return this.call(node.name, node.args, place)
      const target = this.expression(node.target, place)
      const key = this.expression(node.key, place)
      if (target === undefined || target instanceof Unresolved || typeof key === 'object') return undefined
      return Array.isArray(target) ? target[Number(key)] : valueAt(target, String(key))
    } finally {
      this.depth -= 1
    }
  }

  private call(name: string, nodes: readonly Expression[], place: Place): unknown {
    if (name === 'if') {
      const condition = nodes[0] && this.expression(nodes[0], place)
      const chosen = condition === true ? nodes[1] : condition === false ? nodes[2] : undefined
      return chosen && this.expression(chosen, place)
    }
    if (name === 'and' || name === 'or') {
      const values = nodes.map((node) => this.expression(node, place))
      const decides = name === 'or'
      if (values.includes(decides)) return decides
      return values.every((value) => value === !decides) ? !decides : undefined
    }
    if (name === 'coalesce') {
      for (const node of nodes) {
        const value = this.expression(node, place)
        if (value !== null) return value
      }
      return null
    }
    if (Object.hasOwn(higherFunctions, name)) return this.higher(name, nodes, place)
    const args = nodes.map((node) => this.expression(node, place))
    if (args.some((arg) => arg === undefined || arg instanceof Unresolved)) return undefined
    const result = this.apply(name, args, place)
    this.budget.weigh(result)
    return result
  }

  /** A function that applies lambdas to a list. */
  private higher(name: string, [list, ...rest]: readonly Expression[], place: Place): unknown {
    const items = list && this.expression(list, place)
    if (!Array.isArray(items)) return undefined
    const lambdas = rest.flatMap((node) => (node.kind === 'call' && node.name === 'lambda' ? [node] : []))
    const others = rest.filter((node) => node.kind !== 'call' || node.name !== 'lambda')
    const result = higherFunctions[name]?.(
      items,
      lambdas.map((node) => this.lambda(node.args, place)),
      others[0] && this.expression(others[0], place),
    )
    const isOpen = Array.isArray(result) && result.includes(undefined)
    return isOpen ? undefined : result
  }

  private lambda(nodes: readonly Expression[], place: Place): Lambda {
    const parameters = nodes
      .slice(0, -1)
      .flatMap((node) => (node.kind === 'value' ? [String(node.value)] : []))
    const body = nodes.at(-1)
    return {
      apply: (values) => {
        const own = Object.fromEntries(parameters.map((name, index) => [name, values[index]]))
        return body && this.expression(body, { ...place, locals: { ...place.locals, ...own } })
      },
    }
  }

  private apply(name: string, args: readonly unknown[], place: Place): unknown {
    const [first] = args
    // A value that shares parts is larger than the memory it takes, and this function may look at all of it.
    if (!shallow.has(name)) for (const arg of args) this.budget.walk(arg)
    switch (name) {
      case 'parameters':
        return known(place.locals, first, () => this.parameter(String(first)))
      case 'variables':
        return this.remembered(`variables('${first}')`, () => this.variable(String(first)))
      case 'lambdavariables':
        return known(place.locals, first)
      case 'copyindex': {
        const named = typeof first === 'string' ? first.toLowerCase() : place.loop
        const offset = args.find((arg) => typeof arg === 'number') as number | undefined
        const index = known(place.loops, named)
        return typeof index === 'number' ? index + (offset ?? 0) : undefined
      }
      case 'resourcegroup':
        return { name: this.resourceGroup, id: this.groupId(), location: '<location>' }
      case 'subscription':
        return {
          subscriptionId: this.subscription,
          id: `/subscriptions/${this.subscription}`,
          tenantId: zeros,
        }
      case 'deployment':
        return { name: '<deployment>' }
      case 'reference':
        return referenceOf(this, String(first))
      case 'resourceinfo':
        return resourceInfoOf(this, String(first))
      case 'resourceid':
      case 'subscriptionresourceid':
      case 'extensionresourceid':
        return idByArguments(args, this.subscription, this.resourceGroup)
    }
    if (Object.hasOwn(placeholders, name)) return placeholders[name]
    const part = shortened(name, args)
    if (part !== undefined) return part
    if (args.some((arg) => typeof arg === 'string' && placeholder.test(arg)) && !keepPlaceholders.has(name))
      return undefined
    // Each item with each other one.
    if (name === 'union' || name === 'intersection') {
      const items = args.reduce<number>((sum, arg) => sum + (Array.isArray(arg) ? arg.length : 0), 0)
      this.budget.spend((items * items) / 8)
    }
    // Character by character.
    if (Object.hasOwn(encodingFunctions, name) && typeof first === 'string') this.budget.spend(first.length)
    const [space, member] = name.split('.')
    if (member !== undefined) return this.own(space ?? '', member, args)
    return Object.hasOwn(functions, name) ? functions[name]?.(args) : undefined
  }

  /** The scope that a nested template is evaluated in; `undefined` where it is a linked one. */
  inside(written: unknown, place: Place): Scope | undefined {
    const properties = valueAt(written, 'properties')
    const template = valueAt(properties, 'template')
    if (typeof template !== 'object' || template === null) return undefined
    const mode = valueAt(valueAt(properties, 'expressionEvaluationOptions'), 'scope')
    if (!/^inner$/i.test(String(mode))) return this
    const parameters = valueAt(properties, 'parameters')
    const inside = new Scope(
      objectOf(template),
      (parameter) => {
        const value = valueAt(valueAt(parameters, parameter), 'value')
        return value === undefined ? undefined : this.evaluate(value, place)
      },
      this.budget,
      this.circular,
    )
    const group = this.evaluate(valueAt(written, 'resourceGroup'), place)
    inside.resourceGroup = typeof group === 'string' ? group : this.resourceGroup
    return inside
  }

  /** A function that the template declares itself. */
  private own(space: string, member: string, args: readonly unknown[]): unknown {
    for (const group of listOf(valueAt(this.template, 'functions'))) {
      if (String(valueAt(group, 'namespace')).toLowerCase() !== space) continue
      const declared = valueAt(valueAt(group, 'members'), member)
      const names = listOf(valueAt(declared, 'parameters')).map((item) => String(valueAt(item, 'name')))
      const locals = Object.fromEntries(names.map((name, index) => [name, args[index]]))
      return this.evaluate(valueAt(valueAt(declared, 'output'), 'value'), { ...nowhere, locals })
    }
    return undefined
  }

  private parameter(name: string): unknown {
    return this.remembered(`parameters('${name}')`, () => {
      const given = this.given(name)
      if (given !== undefined) return given
      const declared = valueAt(valueAt(this.template, 'parameters'), name)
      if (declared === undefined) return undefined
      const byDefault = valueAt(declared, 'defaultValue')
      if (byDefault !== undefined) return this.evaluate(byDefault)
      if (valueAt(declared, 'nullable') === true) return null
      this.required.set(name, missingParameter(name, declared))
      return `<${name}>`
    })
  }

  private variable(name: string): unknown {
    const all = valueAt(this.template, 'variables')
    const written = valueAt(all, name)
    if (written !== undefined) return this.evaluate(written)
    const loop = listOf(valueAt(all, 'copy')).find(
      (item) => String(valueAt(item, 'name')).toLowerCase() === name.toLowerCase(),
    )
    return loop && valueAt(this.evaluate({ copy: [loop] }), name)
  }

  /** Evaluated once. */
  readonly remembered = (expression: string, make: () => unknown): unknown =>
    this.memo.value(expression, make)

  private groupId = () => `/subscriptions/${this.subscription}/resourceGroups/${this.resourceGroup}`

  /** The id of a resource of this template. */
  idOf(type: string, name: string): string {
    return idOf(this.groupId(), type, name)
  }
}
