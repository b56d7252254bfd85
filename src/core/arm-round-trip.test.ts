import { describe, expect, it } from 'vitest'
import { exporters } from './export/index.ts'
import { combine } from './import/combine.ts'
import { importText } from './import/import-text.ts'
import { scenarios } from './scenarios/index.ts'
import type { TopologyDocument } from './topology/document.ts'
import { resolve } from './topology/model.ts'
import { referencesOf } from './topology/references.ts'
import { typeOfId } from './topology/resource-type.ts'
import { resourceDefinitions } from './topology/resources/index.ts'

/** Types that Azure knows nothing of. */
const guestTypes = new Set(['loopbackInterface', 'listener', 'client'])

type Fields = Record<string, unknown>

/** What an absent field means, by the contract of the document. */
const meant: Record<string, Fields> = {
  loadBalancer: { tier: 'Regional' },
  frontendIPConfiguration: { privateIPAddressVersion: 'IPv4' },
  ipConfiguration: { privateIPAddressVersion: 'IPv4' },
  probe: { noHealthyBackendsBehavior: 'AllProbedDown' },
  loadBalancingRule: {
    loadDistribution: 'Default',
    idleTimeoutInMinutes: 4,
    enableFloatingIP: false,
    enableTcpReset: false,
    disableOutboundSnat: false,
  },
  inboundNatRule: { idleTimeoutInMinutes: 4, enableFloatingIP: false, enableTcpReset: false },
  outboundRule: { idleTimeoutInMinutes: 4, enableTcpReset: false },
}

/** A thing with what it means written out, and without the address that Azure gives a public IP. */
function spelledOut(type: string, { guest: _guest, ...fields }: Fields): Fields {
  const { ipAddress, ...rest } = fields
  const method = fields.privateIPAddress === undefined ? 'Dynamic' : 'Static'
  return {
    ...meant[type],
    ...('subnet' in fields && /[cC]onfiguration$/.test(type) ? { privateIPAllocationMethod: method } : {}),
    ...(type === 'publicIPAddress' ? rest : fields),
  }
}

/** What Azure knows of a diagram, by what things are called instead of their ids. */
function azureHalf(document: TopologyDocument): Record<string, Fields> {
  const model = resolve(document)
  const pathOf = (id: string): string => {
    const type = typeOfId(id) ?? 'client'
    const { parent } = resourceDefinitions[type]
    const fields = document.resources[id] as unknown as Fields
    const owner = parent === undefined || type === 'networkInterface' ? undefined : fields?.[parent]
    return `${typeof owner === 'string' ? `${pathOf(owner)} / ` : `${type} `}${model.nameOf(id)}`
  }
  const entries = Object.entries(document.resources).flatMap(([id, fields]) => {
    const type = typeOfId(id)
    if (type === undefined || guestTypes.has(type)) return []
    let text = JSON.stringify(spelledOut(type, fields as unknown as Fields))
    for (const { target } of referencesOf(type, fields as never))
      text = text.replaceAll(JSON.stringify(target), JSON.stringify(pathOf(target)))
    return [[`${pathOf(id)}`, JSON.parse(text)] as const]
  })
  return Object.fromEntries(entries)
}

/** Everything that Azure neither sets nor sees. */
const guestHalf = ({ resources }: TopologyDocument) =>
  Object.entries(resources).map(([id, fields]) =>
    guestTypes.has(typeOfId(id) ?? '') ? fields : (fields as { guest?: unknown }).guest,
  )

describe('every template of the gallery', () => {
  it.each(scenarios.map(({ id, document }) => [id, document] as const))(
    '%s comes back from its ARM template',
    (_, document) => {
      const [file] = exporters.find(({ id }) => id === 'arm')?.export(document).files ?? []
      const result = importText(file?.text ?? '')
      if (!result.ok) throw new Error(result.message)
      expect(azureHalf(result.document)).toEqual(azureHalf(document))
      // Into the diagram that it came from it brings nothing new and takes nothing away.
      const { added, removed, document: after } = combine([result], document)
      expect([...added, ...removed]).toEqual([])
      expect(azureHalf(after)).toEqual(azureHalf(document))
      expect(guestHalf(after)).toEqual(guestHalf(document))
    },
  )
})
