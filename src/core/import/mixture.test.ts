import { describe, expect, it } from 'vitest'
import { combine } from './combine.ts'
import { importText } from './import-text.ts'
import { piecesOf } from './test-pieces.ts'
import { siteTemplate } from './test-templates.ts'

const { loadBalancer, nics } = piecesOf()
const lb = JSON.stringify(loadBalancer, null, 2)
const list = JSON.stringify(nics, null, 2)
const own = String(nics[0]?.ipConfigurations[0]?.privateIPAddress)
const guest = `== floatpath guest ==\n2: eth0    inet ${own}/24 scope global eth0\n== floatpath end ==`
const imported = (text: string) => {
  const result = importText(text)
  if (!result.ok) throw new Error(result.message)
  return result
}
const kinds = (text: string) => Object.keys(imported(text).document.resources).sort()

describe('one paste of several commands', () => {
  const together = kinds(JSON.stringify([loadBalancer, ...nics]))

  it.each([
    ['one after the other', `${lb}\n${list}`],
    ['without a line between', `${lb}${list}`],
    [
      'with prompts',
      `$ az network lb show -n a\n${lb}\n[me@host ~]$ az network nic list\n${list}\n[me@host ~]$ `,
    ],
    [
      'with prompts of PowerShell',
      `PS C:\\> az network lb show\r\n${lb}\r\nPS C:\\> az network nic list\r\n${list}`,
    ],
    ['with an empty list', `${lb}\n$ az network nsg list\n[]\n${list}`],
  ])('is read %s', (_, text) => {
    expect(kinds(text)).toEqual(together)
  })

  it('fills in the guest that is in it as well', () => {
    const piece = imported(`${lb}\n${guest}\n${list}`)
    expect(piece.format).toBe('Azure resources as JSON, output of a guest')
    const { document } = combine([piece])
    expect(Object.keys(document.resources)).toEqual(expect.arrayContaining(together))
    expect(Object.values(document.resources).filter((thing) => 'guest' in thing)).not.toEqual([])
  })

  it('overlays what probes find', () => {
    const answer = JSON.stringify({
      up: 1,
      down: 0,
      loadBalancerBackendAddresses: [{ ipAddress: own, state: 'Up' }],
    })
    expect(imported(`${lb}\n${answer}`)).toMatchObject({ health: [{}] })
  })

  it('is read as a template after the warnings of its compiler', () => {
    const text = `WARNING: a new release is available\nmain.bicep(3,7) : Warning no-unused-params\n${JSON.stringify(jsonTemplate, null, 2)}`
    expect(kinds(text)).toEqual(['loadBalancer/web'])
  })

  it('says that PowerShell cut it off, below the warning of PowerShell', () => {
    const cut = {
      Id: loadBalancer.id,
      Name: 'a',
      Probes: ['Microsoft.Azure.Commands.Network.Models.PSProbe'],
    }
    const text = `WARNING: Resulting JSON is truncated as serialization has exceeded the set depth of 2.\n${JSON.stringify(cut, null, 2)}`
    expect(importText(text)).toMatchObject({ ok: false, message: expect.stringContaining('-Depth 10') })
  })

  it('is refused where it holds a template and something else', () => {
    expect(importText(`${JSON.stringify(jsonTemplate)}\n${lb}`)).toMatchObject({
      ok: false,
      recognised: true,
      message: expect.stringContaining('one by one'),
    })
  })

  it('is refused as a whole where a value is broken, although another one is in order', () => {
    expect(importText(`${lb.replace('{', '{ x')}\n${list}`)).toMatchObject({ ok: false })
    expect(importText(`${lb.slice(2)}\n${guest}`)).toMatchObject({ ok: false })
    expect(importText(`${siteTemplate.trimEnd().slice(0, -1)}\n`)).toMatchObject({ ok: false })
  })
})

const jsonTemplate = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  resources: [{ type: 'Microsoft.Network/loadBalancers', name: 'web', properties: {} }],
}
