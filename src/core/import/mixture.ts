import { limits } from '../topology/limits.ts'
import { chunksOf } from './guest/chunks.ts'
import { arm } from './importers/arm.ts'
import { azure, resourceItems } from './importers/azure.ts'
import { health } from './importers/health.ts'
import { terraform } from './importers/terraform.ts'

/** The configuration in a text that is more than one JSON value, and what else the text says. */
export interface Mixture {
  /** One template or plan, or all Azure resources as a list. `undefined`: there are several that cannot be one. */
  readonly value: unknown
  /** Prompts, warnings and what guests or Azure's probes say. */
  readonly rest: string
}

/** A line that is of JSON and of no value that can be read. A prompt may begin with a bracket, and nft prints closing braces. */
const isBroken = (line: string) => /^\s*(?:\{|\[\s*(?:$|["{[\]}])|"[^"]*"\s*:)/.test(line)

const isOf = (importer: typeof arm, value: unknown) => importer.recognise(value, '') !== undefined

/**
 * Takes a terminal's text apart: what several commands print one after the other, with their prompts and warnings.
 * Nothing where no configuration of Azure is in it; `broken` where one is named and a JSON value cannot be read.
 */
export function mixtureIn(text: string): Mixture | 'broken' | undefined {
  if (text.length > limits.documentCharacters || !/microsoft\.|azurerm_/i.test(text)) return undefined
  const templates: unknown[] = []
  const resources: unknown[] = []
  const rest: string[] = []
  for (const chunk of chunksOf(text)) {
    if ('line' in chunk) {
      if (isBroken(chunk.line)) return text.includes('/providers/Microsoft.Network/') ? 'broken' : undefined
      rest.push(chunk.line)
    } else if (isOf(arm, chunk.json) || isOf(terraform, chunk.json)) templates.push(chunk.json)
    else if (!isOf(health, chunk.json) && isOf(azure, chunk.json))
      for (const item of resourceItems(chunk.json)) resources.push(item)
    else rest.push(JSON.stringify(chunk.json))
  }
  if (templates.length + resources.length === 0) return undefined
  const [template, ...more] = templates
  const isOne = template === undefined || more.length + resources.length === 0
  return { value: isOne ? (template ?? resources) : undefined, rest: rest.join('\n') }
}
