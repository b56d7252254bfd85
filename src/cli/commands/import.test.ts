import { describe, expect, it } from 'vitest'
import { siteTemplate } from '../../core/import/test-templates.ts'
import { folderWith } from '../test-run.ts'

const { run } = folderWith({
  'site.json': siteTemplate,
  'values.json': { parameters: { port: { value: 8443 } } },
  'main.bicep': "param name string\nresource lb 'x' = {}\n",
})

const rule = 'loadBalancingRule/site-a'

describe('floatpath import', () => {
  it('prints a diagram with places and says what is missing', async () => {
    const { code, out, err } = await run('import', '%site.json')
    const document = JSON.parse(out)
    expect(code).toBe(0)
    expect(err).toContain('without a value: port')
    expect(document.resources[rule].unresolved).toEqual({ backendPort: '<port>' })
    expect(Object.keys(document.layout)).toContain(rule)
  })

  it('takes parameters from a file and from the command line', async () => {
    const byFile = await run('import', '%site.json', '--parameters', '%values.json')
    expect(JSON.parse(byFile.out).resources[rule].backendPort).toBe(8443)
    const bySet = await run('import', '%site.json', '--parameters', '%values.json', '--set', 'port=1')
    expect(JSON.parse(bySet.out).resources[rule].backendPort).toBe(1)
  })

  it.each([
    ['import', '%main.bicep'],
    ['import', '%site.json', '--from', 'visio'],
    ['import', '%site.json', '--set', 'port'],
    ['import'],
  ])('refuses %s %s %s %s', async (...argv) => {
    expect(await run(...argv)).toMatchObject({ code: 2, out: '' })
  })

  it('lets check and trace read a template', async () => {
    const checked = await run('check', '%site.json', '--format', 'json')
    expect(checked.code).not.toBe(2)
    expect(JSON.parse(checked.out).diagnostics.length).toBeGreaterThan(0)
    expect(await run('trace', '%site.json')).toMatchObject({ code: 0 })
  })
})
