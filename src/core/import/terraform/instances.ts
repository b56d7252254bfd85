import { type Json, listOf, objectOf, valueAt } from '../keys.ts'

/** One instance of a resource or data source in a plan or a state. */
export interface Instance {
  /** Where its module stands: `module.net[0].module.inner`, empty for the root. */
  readonly module: string
  readonly type: string
  readonly name: string
  /** Whether it is a data source: one may be called as a resource is. */
  readonly isData: boolean
  /** Its key among several of one resource. */
  readonly index: string | number | undefined
  readonly values: Json
  /** How its arguments are written, where a plan says so. */
  readonly written: Json
}

/** A plan or a state with the configuration that a plan carries. */
export interface Terraform {
  readonly instances: readonly Instance[]
  readonly configuration: Json
}

/** What a module calls a resource or data source: `azurerm_lb.web`, `data.azurerm_lb.web`. */
export const addressOf = ({ isData, type, name }: Pick<Instance, 'isData' | 'type' | 'name'>): string =>
  `${isData ? 'data.' : ''}${type}.${name}`

const wanted = (type: string) => type.startsWith('azurerm_')

/** A module's address without the keys of its instances. */
export const withoutKeys = (address: string): string =>
  address.replaceAll(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '')

/** The names of the modules around a module, from the outside in. */
export const moduleNames = (module: string): readonly string[] =>
  withoutKeys(module)
    .split('.')
    .filter((_, index) => index % 2 === 1)

/** How a module is written. */
export function moduleConfiguration(root: Json, module: string): Json {
  let config = objectOf(valueAt(root, 'root_module'))
  for (const name of moduleNames(module))
    config = objectOf(valueAt(valueAt(valueAt(config, 'module_calls'), name), 'module'))
  return config
}

/** Reads `terraform show -json` of a plan or a state, and a state file. */
export function readTerraform(value: unknown): Terraform {
  const configuration = objectOf(valueAt(value, 'configuration'))
  const instances: Instance[] = []
  const written = new Map<string, ReadonlyMap<string, Json>>()
  const writtenIn = (module: string) => {
    const key = withoutKeys(module)
    let found = written.get(key)
    if (!found) {
      const resources = listOf(valueAt(moduleConfiguration(configuration, module), 'resources'))
      found = new Map(resources.map((item) => [String(valueAt(item, 'address')), objectOf(item)]))
      written.set(key, found)
    }
    return found
  }

  function module(holder: unknown, address: string, modes: readonly string[]): void {
    for (const item of listOf(valueAt(holder, 'resources'))) {
      const [type, name, mode] = ['type', 'name', 'mode'].map((key) => String(valueAt(item, key)))
      if (!type || !name || !wanted(type) || !modes.includes(mode ?? '')) continue
      const isData = mode === 'data'
      const index = valueAt(item, 'index')
      instances.push({
        module: address,
        type,
        name,
        isData,
        index: typeof index === 'string' || typeof index === 'number' ? index : undefined,
        values: objectOf(valueAt(item, 'values')),
        written: writtenIn(address).get(addressOf({ isData, type, name })) ?? {},
      })
    }
    for (const child of listOf(valueAt(holder, 'child_modules')))
      module(child, String(valueAt(child, 'address')), modes)
  }

  const root = (holder: unknown) => valueAt(holder, 'root_module')
  const planned = root(valueAt(value, 'planned_values'))
  if (planned !== undefined) {
    module(planned, '', ['managed', 'data'])
    module(root(valueAt(valueAt(value, 'prior_state'), 'values')), '', ['data'])
  } else module(root(valueAt(value, 'values')), '', ['managed', 'data'])

  for (const item of listOf(valueAt(value, 'resources'))) {
    const [type, name] = ['type', 'name'].map((key) => String(valueAt(item, key)))
    if (!type || !name || !wanted(type)) continue
    for (const one of listOf(valueAt(item, 'instances'))) {
      const index = valueAt(one, 'index_key')
      instances.push({
        module: String(valueAt(item, 'module') ?? ''),
        type,
        name,
        isData: valueAt(item, 'mode') === 'data',
        index: typeof index === 'string' || typeof index === 'number' ? index : undefined,
        values: objectOf(valueAt(one, 'attributes')),
        written: {},
      })
    }
  }
  return { instances, configuration }
}
