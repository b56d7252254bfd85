import { describe, expect, it } from 'vitest'
import { patch } from '../../topology/document.ts'
import { exporters } from '../index.ts'
import { wide } from '../test-wide.ts'

const azure = ['arm', 'bicep', 'terraform', 'azure-cli', 'powershell', 'rest', 'portal']

const withRule = (fields: object) =>
  patch(wide, 'networkSecurityGroup/web', {
    securityRules: [
      { name: 'mixed', priority: 100, direction: 'Inbound', access: 'Allow', protocol: 'Tcp', ...fields },
    ],
  })

describe.each(exporters.filter(({ id }) => azure.includes(id)))('$id', (exporter) => {
  it('writes a list with * as * alone, and says so', () => {
    const { files, notes } = exporter.export(
      withRule({
        sourceAddressPrefixes: ['AzureCloud', '*'],
        sourcePortRanges: ['*'],
        destinationAddressPrefixes: ['10.1.0.4'],
        destinationPortRanges: ['*', '4711'],
      }),
    )
    const said = notes.filter((note) => note.includes('“mixed”'))
    expect(said.map((note) => /(\w+) of the security rule/.exec(note)?.[1])).toEqual([
      'sourceAddressPrefixes',
      'destinationPortRanges',
    ])
    const all = files.map(({ text }) => text).join('\n')
    expect(all).not.toMatch(/AzureCloud|4711/)
    expect(all).toMatch(/is written as \\?\* alone/)
  })

  it('says that Azure refuses a service tag beside other values', () => {
    const { files, notes } = exporter.export(
      withRule({ sourceAddressPrefixes: ['AzureCloud', '10.0.0.0/8', 'fd00::/8'] }),
    )
    const [said = '', ...more] = notes.filter((note) => note.includes('“mixed”'))
    expect(more).toEqual([])
    expect(said).toContain('refuses sourceAddressPrefixes')
    expect(said).toContain('with AzureCloud beside')
    expect(files.some(({ text }) => text.includes('Azure takes a service tag only alone'))).toBe(true)
  })

  it('says nothing of several addresses', () => {
    const { notes } = exporter.export(
      withRule({ sourceAddressPrefixes: ['10.0.0.0/8', 'fd00::/8'], destinationPortRanges: ['80', '443'] }),
    )
    expect(notes.filter((note) => note.includes('“mixed”'))).toEqual([])
  })
})
