import { dependenciesOf, needsPassword } from './azure/dependencies.ts'
import { headingOf } from './azure/heading.ts'
import { withMembersNote } from './azure/members-note.ts'
import { type AzurePlan, type AzureResource, azurePlan, documentIdOf } from './azure/plan.ts'
import { type ArmObject, Parameter, Reference, source } from './azure/value.ts'
import { type JsonWords, writeJson } from './azure/write-json.ts'
import type { Exporter } from './exporter.ts'
import { Lines } from './text/lines.ts'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

function wordsOf(plan: AzurePlan): JsonWords {
  return {
    // A text that begins with a bracket would be an expression.
    text: (text) => (text.startsWith('[') ? `[${text}` : text),
    reference: ({ id }) => {
      const place = plan.places.get(id)
      return `[resourceId(${[place?.type ?? '', ...(place?.names ?? [])].map(quoted).join(', ')})]`
    },
    parameter: ({ name }) => `[parameters('${name}')]`,
  }
}

function resourceOf(plan: AzurePlan, resource: AzureResource): ArmObject {
  const parent = resource.parent === undefined ? undefined : plan.places.get(resource.parent)
  return {
    [source]: documentIdOf(resource),
    type: resource.type,
    apiVersion: resource.apiVersion,
    name: parent ? `${parent.name}/${resource.name}` : resource.name,
    location: resource.located ? new Parameter('location') : undefined,
    dependsOn: dependenciesOf(plan, resource).map((id) => new Reference(id)),
    sku: resource.sku,
    zones: resource.zones,
    properties: resource.properties,
  }
}

/** Parameters are expressions, so they are written apart from everything that comes from the document. */
const parameters = (password: boolean) => [
  '  "parameters": {',
  '    "location": {',
  '      "type": "string",',
  '      "defaultValue": "[resourceGroup().location]"',
  password ? '    },' : '    }',
  ...(password ? ['    "adminPassword": {', '      "type": "securestring"', '    }'] : []),
  '  },',
]

/** Azure Resource Manager template. */
export const arm: Exporter = {
  id: 'arm',
  title: 'ARM template',
  about: 'One JSON file that Azure Resource Manager deploys as it is.',
  languages: ['json'],
  reads: ['scope', 'machines', 'findings'],
  export(document, options = {}) {
    const plan = withMembersNote(azurePlan(document, options))
    if (plan.resources.length === 0) return { files: [], notes: plan.notes }
    const words = wordsOf(plan)
    const lines = new Lines()
    lines.add('{')
    lines.add(
      '  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",',
    )
    lines.add('  "contentVersion": "1.0.0.0",')
    const comments = headingOf(document, options, plan.notes)
    // Metadata is not evaluated: it is where a template has room for comments.
    writeJson(lines, { comments }, { ...words, text: (text) => text }, '  ', '  "metadata": ')
    lines.append(',')
    lines.add(parameters(needsPassword(plan)).join('\n'))
    const resources = plan.resources.map((resource) => resourceOf(plan, resource))
    writeJson(lines, resources, words, '  ', '  "resources": ')
    lines.add('}')
    return { files: [lines.file('azuredeploy.json', 'json')], notes: plan.notes }
  },
}
