import { azureType } from '../azure/azure-ids.ts'
import type { AzureResource } from '../azure/azure-resource.ts'
import { documentOfAzure } from '../azure/document-of-azure.ts'
import { isCutOff } from '../azure/powershell.ts'
import { resourceOfPutBody } from '../azure/put-body.ts'
import { type Importer, type ImportOptions, ImportRefusal, type Piece } from '../importer.ts'
import { objectOf, valueAt } from '../keys.ts'

/** Single resources and lists of them, also inside `value` or `data` as REST and Resource Graph answer. */
export function resourceItems(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  for (const key of ['value', 'data']) {
    const inner = valueAt(value, key)
    if (Array.isArray(inner)) return inner
  }
  return [value]
}

/** An existing resource by its id, or a body that is to become one. */
function resourceOf(item: unknown): AzureResource | undefined {
  const id = String(valueAt(item, 'id') ?? '')
  const type = azureType(id)
  return type === undefined ? resourceOfPutBody(item) : { type, id, body: objectOf(item), isWhole: true }
}

/** What `az … list` prints where there is nothing. */
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

const nothing = {
  kind: 'left-out',
  subject: 'Empty list',
  message: 'This list of Azure resources holds nothing.',
} as const

function read(value: unknown, resources: readonly AzureResource[], { scopes }: ImportOptions): Piece {
  if (isCutOff(value)) {
    throw new ImportRefusal(
      'PowerShell cut this off: of what lies deeper only the type is there. Run the command again with ConvertTo-Json -Depth 10.',
    )
  }
  const made = documentOfAzure(resources, 'Imported resources', scopes)
  if (isEmptyList(value)) return { ...made, notes: [nothing], parameters: [], isEmptyList: true }
  return { ...made, parameters: [] }
}

/** What `az network … show` and `list`, REST, Resource Graph and Az PowerShell print of existing resources. */
export const azure: Importer = {
  id: 'azure',
  title: 'Azure resources as JSON',
  recognise(value) {
    const resources = resourceItems(value).flatMap((item) => resourceOf(item) ?? [])
    return resources.length > 0 || isEmptyList(value)
      ? (options) => read(value, resources, options)
      : undefined
  },
}
