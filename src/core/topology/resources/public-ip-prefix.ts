import { prefix } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** Microsoft.Network/publicIPPrefixes: a contiguous range of public addresses. */
export const publicIPPrefix = defineResource({
  type: 'publicIPPrefix',
  noun: 'public IP prefix',
  plural: 'Public IP prefixes',
  baseName: 'pipp',
  fields: { ipPrefix: prefix('Prefix') },
})
