import type { AzurePlan, AzureResource } from '../azure/plan.ts'
import type { ArmValue } from '../azure/value.ts'
import { shellWord } from '../text/quote.ts'

/** A word that the shell replaces; it stands in double quotes. */
export class Variable {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** The id of something of the resource group. Its names are valid in Azure, so the shell reads nothing in them. */
export class ResourceId {
  /** What follows the name of the resource group. */
  readonly path: string
  constructor(path: string) {
    this.path = path
  }
}

export type Option = ArmValue | Variable | ResourceId | undefined

/** One call of `az`. */
export interface Command {
  /** The id of the resource that it makes. */
  readonly source: string
  /** The words after `az`. */
  readonly call: string
  /** Options in their order; those without a value are left out. */
  readonly options: { readonly [option: string]: Option }
}

/** What the writers of commands share. */
export interface CommandWords {
  readonly plan: AzurePlan
  nameOf(id: string | undefined): string | undefined
  idOf(id: string | undefined): ResourceId | undefined
  /** A subnet by name with its network, as two options take it. */
  subnet(id: string | undefined): { readonly [option: string]: Option }
  note(text: string): void
  /** It is deployed already, and its parts are changed one by one. */
  isDeployed(resource: AzureResource): boolean
}

export type Writer = (resource: AzureResource, words: CommandWords) => readonly Command[]

const group = new Variable('RESOURCE_GROUP')
/** Where a resource is created. */
export const location = new Variable('LOCATION')

function optionText(value: Option): string | undefined {
  if (value instanceof Variable) return `"$${value.name}"`
  if (value instanceof ResourceId)
    return `"/subscriptions/$SUBSCRIPTION/resourceGroups/$RESOURCE_GROUP${value.path}"`
  if (Array.isArray(value)) {
    const items = (value as readonly ArmValue[]).flatMap((item) => optionText(item) ?? [])
    return items.length === 0 ? undefined : items.join(' ')
  }
  if (typeof value === 'string') return shellWord(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/**
 * A command as text, an option per line. A value that begins with `-` would be taken for an option,
 * one that begins with `@` for the name of a file.
 */
export function commandText({ call, options }: Command): string {
  const parts = Object.entries({ '--resource-group': group, ...options }).flatMap(([option, value]) => {
    const text = optionText(value)
    if (text === undefined) return []
    const risky = typeof value === 'string' && /^[-@]/.test(value)
    return risky ? `${option}=${text}` : `${option} ${text}`
  })
  return [`az ${call}`, ...parts, '--output none'].join(' \\\n  ')
}
