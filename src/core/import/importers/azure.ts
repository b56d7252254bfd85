import type { AzureResource } from '../azure-resource.ts'
import { documentOfAzure } from '../azure-resources.ts'
import type { Importer } from '../importer.ts'
import { objectOf, valueAt } from '../keys.ts'

const azureId =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/(Microsoft\.(?:Network|Compute)\/[^/]+)\/[^/]+$/i

/** Single resources and lists of them, also inside `value` or `data` as REST and Resource Graph answer. */
function items(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  for (const key of ['value', 'data']) {
    const inner = valueAt(value, key)
    if (Array.isArray(inner)) return inner
  }
  return [value]
}

const typeOf = (item: unknown) => azureId.exec(String(valueAt(item, 'id') ?? ''))?.[1]

/** What `az network … show` and `list`, REST, Resource Graph and Az PowerShell print of existing resources. */
export const azure: Importer = {
  id: 'azure',
  title: 'Azure resources as JSON',
  recognise: (value) => items(value).some((item) => typeOf(item) !== undefined),
  read(value) {
    const resources = items(value).flatMap((item): AzureResource[] => {
      const type = typeOf(item)
      return type === undefined ? [] : [{ type, id: String(valueAt(item, 'id')), body: objectOf(item) }]
    })
    const { document, notes } = documentOfAzure(resources, 'Imported resources')
    return { ok: true, document, notes, parameters: [] }
  },
}
