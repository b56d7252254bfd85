import { pathOf } from '../azure/places.ts'
import type { AzurePlan } from '../azure/plan.ts'
import type { ArmValue } from '../azure/value.ts'
import type { Lines } from '../text/lines.ts'
import { powershellString } from '../text/quote.ts'

/** PowerShell as it stands, such as a variable. */
export class Expression {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** The variables that hold the name of the resource group, and the load balancer that is being changed. */
export const groupName = new Expression('$ResourceGroupName')
export const loadBalancer = new Expression('$loadBalancer')

export type Argument = ArmValue | Expression | readonly Expression[] | undefined

/** Parameters in their order; those without a value are left out. */
export interface Parameters {
  readonly [parameter: string]: Argument
}

/** What the writers of cmdlets share. */
export interface Words {
  readonly plan: AzurePlan
  readonly lines: Lines
  note(text: string): void
}

/** The id of a thing. Names are valid in Azure, so nothing in them means anything between double quotes. */
export function idOf(plan: AzurePlan, id: string | undefined): Expression | undefined {
  const place = id === undefined ? undefined : plan.places.get(id)
  if (!place) return undefined
  const path = pathOf(place)
  const network = '/providers/Microsoft.Network'
  return new Expression(
    path.startsWith(network) ? `"$network${path.slice(network.length)}"` : `"$($group.ResourceId)${path}"`,
  )
}

/** The ids of several things. */
export const idsOf = (plan: AzurePlan, ids: readonly string[]): readonly Expression[] =>
  ids.flatMap((id) => idOf(plan, id) ?? [])

/** Objects that hold the ids of several things, for parameters that take no text. */
export const objectsOf = (plan: AzurePlan, type: string, ids: readonly string[]): readonly Expression[] =>
  idsOf(plan, ids).map(
    ({ text: id }) => new Expression(`([Microsoft.Azure.Commands.Network.Models.${type}] @{ Id = ${id} })`),
  )

function text(value: Argument): string | undefined {
  if (value instanceof Expression) return value.text
  if (Array.isArray(value)) {
    const items = (value as readonly Argument[]).flatMap((one) => text(one) ?? [])
    return items.length === 0 ? undefined : items.length === 1 ? items[0] : `@(${items.join(', ')})`
  }
  if (typeof value === 'boolean') return value ? '$true' : '$false'
  if (typeof value === 'string') return powershellString(value)
  return typeof value === 'number' ? String(value) : undefined
}

/**
 * A call of a cmdlet. More than two parameters stand in a table of their own: a switch in a table can be
 * off, and a line per parameter shows in a comparison what has changed.
 */
export function call(
  lines: Lines,
  cmdlet: string,
  parameters: Parameters,
  { before = '', after = '' }: { readonly before?: string; readonly after?: string } = {},
): void {
  const given = Object.entries(parameters).flatMap(([name, value]): [string, string][] => {
    const written = text(value)
    return written === undefined ? [] : [[name, written]]
  })
  if (given.length <= 2) {
    const inline = given.map(([name, written]) => ` -${name} ${written}`).join('')
    lines.add(`${before}${cmdlet}${inline}${after}`)
    return
  }
  lines.add('$settings = @{')
  for (const [name, written] of given) lines.add(`    ${name} = ${written}`)
  lines.add('}').add(`${before}${cmdlet} @settings${after}`)
}

/** A call that creates or replaces a resource. */
export function put(lines: Lines, cmdlet: string, parameters: Parameters): void {
  call(lines, `${cmdlet} @common`, parameters, { after: ' | Out-Null' })
}
