import { azureType } from '../azure/azure-ids.ts'
import type { AzureResource } from '../azure/azure-resource.ts'
import { documentOfAzure } from '../azure/document-of-azure.ts'
import type { Importer } from '../importer.ts'
import { objectOf, valueAt } from '../keys.ts'

/** Single resources and lists of them, also inside `value` or `data` as REST and Resource Graph answer. */
function items(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  for (const key of ['value', 'data']) {
    const inner = valueAt(value, key)
    if (Array.isArray(inner)) return inner
  }
  return [value]
}

const typeOf = (item: unknown) => azureType(String(valueAt(item, 'id') ?? ''))

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
    return { ...documentOfAzure(resources, 'Imported resources'), parameters: [] }
  },
}
