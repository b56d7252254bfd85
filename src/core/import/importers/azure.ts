import { azureType, groupOf, nameOf } from '../azure/azure-ids.ts'
import type { AzureResource } from '../azure/azure-resource.ts'
import { documentOfAzure } from '../azure/document-of-azure.ts'
import { tailOf } from '../azure/naming.ts'
import { isCutOff } from '../azure/powershell.ts'
import { resourceOfPutBody } from '../azure/put-body.ts'
import { type Importer, type ImportNote, ImportRefusal } from '../importer.ts'
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

/** An existing resource by its id, or a body that is to become one. */
function resourceOf(item: unknown): AzureResource | undefined {
  const id = String(valueAt(item, 'id') ?? '')
  const type = azureType(id)
  return type === undefined ? resourceOfPutBody(item) : { type, id, body: objectOf(item) }
}

/** What `az … list` prints where there is nothing. */
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

const nothing = {
  kind: 'left-out',
  subject: 'Empty list',
  message: 'This list of Azure resources holds nothing.',
} as const

/** A diagram tells things by type and name: the later of two from different resource groups is left out. */
function withoutTwins(all: readonly AzureResource[]): [readonly AzureResource[], readonly ImportNote[]] {
  const scopes = new Map<string, string>()
  const notes: ImportNote[] = []
  const resources = all.filter(({ id, body }) => {
    const tail = tailOf(id)
    const scope = id.toLowerCase().split('/providers/')[0] ?? ''
    const root = tail.split('/').slice(0, 3).join('/')
    const first = scopes.get(root)
    if (first === undefined || first === scope || valueAt(body, 'id') === undefined) {
      if (first === undefined) scopes.set(root, scope)
      return true
    }
    const message = `Left out: another one of this type and name was read, from a different resource group or subscription than ${groupOf(id) ?? 'this'}. Import them apart.`
    notes.push({ kind: 'left-out', subject: nameOf(id), message })
    return false
  })
  return [resources, notes]
}

/** What `az network … show` and `list`, REST, Resource Graph and Az PowerShell print of existing resources. */
export const azure: Importer = {
  id: 'azure',
  title: 'Azure resources as JSON',
  recognise: (value) => isEmptyList(value) || items(value).some((item) => resourceOf(item) !== undefined),
  read(value) {
    if (isCutOff(value)) {
      throw new ImportRefusal(
        'PowerShell cut this off: of what lies deeper only the type is there. Run the command again with ConvertTo-Json -Depth 10.',
      )
    }
    const [resources, twins] = withoutTwins(items(value).flatMap((item) => resourceOf(item) ?? []))
    const made = documentOfAzure(resources, 'Imported resources')
    if (isEmptyList(value)) return { ...made, notes: [nothing], parameters: [], isEmptyList: true }
    return { ...made, notes: [...twins, ...made.notes], parameters: [] }
  },
}
