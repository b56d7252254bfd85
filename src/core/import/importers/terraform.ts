import { documentOfAzure } from '../azure/document-of-azure.ts'
import type { Importer } from '../importer.ts'
import { valueAt } from '../keys.ts'
import { azureOfTerraform } from '../terraform/azure-of-terraform.ts'

const isTerraform = (value: unknown) =>
  typeof valueAt(value, 'terraform_version') === 'string' &&
  ['planned_values', 'values', 'resources'].some((key) => typeof valueAt(value, key) === 'object')

/** `terraform show -json` of a plan or a state, and a state file. */
export const terraform: Importer = {
  id: 'terraform',
  title: 'Terraform plan or state',
  recognise: (value) =>
    isTerraform(value)
      ? ({ scopes }) => {
          const { resources, notes } = azureOfTerraform(value)
          const made = documentOfAzure(resources, 'Imported resources', scopes)
          return { ...made, notes: [...notes, ...made.notes], parameters: [] }
        }
      : undefined,
}
