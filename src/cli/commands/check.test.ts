import { describe, expect, it, vi } from 'vitest'
import { applyCommands } from '../../core/edit/command.ts'
import { lint } from '../../core/lint/lint.ts'
import { decodeLink } from '../../core/permalink/decode-link.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { folderWith, standardInput } from '../test-run.ts'

vi.mock('../../core/lint/lint.ts', async (original) => {
  const real = await original<typeof import('../../core/lint/lint.ts')>()
  const warning = {
    ...{
      rule: 'r',
      severity: 'warning',
      class: 'advice',
      resource: 'x',
      message: 'm',
      confidence: 'assumed',
    },
    ...{ related: [], fixes: [] },
  }
  const fake: typeof real.lint = (document) =>
    document.name === 'Two warnings' ? ([warning, warning] as never) : real.lint(document)
  return { ...real, lint: fake }
})

const suppressions = lint(twoTlsSites)
  .filter(({ severity }) => severity === 'error')
  .map(({ rule, resource }) => ({ rule, resource, reason: 'A lab.' }))

const { run, at } = folderWith({
  'sites.json': serializeDocument(twoTlsSites),
  'empty.json': { version: 1, name: 'Nothing', resources: {} },
  'warnings.json': { version: 1, name: 'Two warnings', resources: {} },
  'accepted.json': { ...twoTlsSites, suppressions },
  'idle.json': {
    ...twoTlsSites,
    suppressions: [{ rule: 'probe-missing', resource: 'loadBalancingRule/https-a', reason: 'Old.' }],
  },
  'bad.json': '{\n  "version": 1,\n  "name": }\n',
})

describe('check', () => {
  const diagnostics = JSON.parse(JSON.stringify(lint(twoTlsSites)))

  it('prints every diagnostic as JSON and says by its code that there are errors', async () => {
    const { code, out } = await run('check', '%sites.json', '--format', 'json')
    expect(JSON.parse(out)).toEqual({ diagnostics })
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(code).toBe(1)
  })

  it('names the file of each diagnostic where there are several', async () => {
    const { out } = await run('check', '%empty.json', '%sites.json', '--format=json')
    expect(JSON.parse(out).diagnostics[0]).toMatchObject({ file: at('sites.json'), severity: 'error' })
  })

  it('is content with a diagram without errors', async () => {
    const { code, out } = await run('check', '%empty.json')
    expect(code).toBe(0)
    expect(out).toContain('no findings')
  })

  it('does not count what somebody decided to live with', async () => {
    const { code, out } = await run('check', '%accepted.json')
    expect(out).toMatch(/\d+ accepted in the diagram and not counted/)
    expect(out).not.toContain(': error: ')
    expect(code).toBe(0)
  })

  it('checks the other files when one is unusable, and says so by its code', async () => {
    const { code, out, err } = await run('check', '%bad.json', '%sites.json')
    expect(out).toContain('web2')
    expect(err).toContain('%bad.json:3:11')
    expect(code).toBe(2)
  })

  it('reads standard input for -', async () => {
    standardInput(serializeDocument(twoTlsSites))
    const { code, out } = await run('check', '-')
    expect(out).toMatch(/^standard input:\d+: error: /)
    expect(code).toBe(1)
  })

  it('does not read standard input twice', async () => {
    expect(await run('check', '-', '-')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('only one file can be standard input'),
    })
  })

  it('fails for more warnings than allowed', async () => {
    const codes = []
    for (const most of ['1', '2', '3']) {
      codes.push((await run('check', '%warnings.json', '--max-warnings', most)).code)
    }
    codes.push((await run('check', '%warnings.json')).code)
    expect(codes).toEqual([1, 0, 0, 0])
  })

  it.each(['text', 'markdown'])('prints each finding with its thing and its check as %s', async (format) => {
    const { out } = await run('check', '%sites.json', '--format', format)
    for (const { rule, resource, message } of lint(twoTlsSites)) {
      expect(out).toContain(rule)
      expect(out).toContain(resource)
      expect(out).toContain(message)
    }
  })

  it('prints SARIF with the line of each thing', async () => {
    const { out } = await run('check', '%sites.json', '--format', 'sarif')
    const log = JSON.parse(out)
    const lines = serializeDocument(twoTlsSites).split('\n')
    const ids = log.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)
    expect(log.version).toBe('2.1.0')
    expect(log.runs[0].results).toHaveLength(lint(twoTlsSites).length)
    for (const { ruleId, level, locations } of log.runs[0].results) {
      expect(ids).toContain(ruleId)
      expect(['error', 'warning', 'note']).toContain(level)
      const { physicalLocation, logicalLocations } = locations[0]
      const [id] = logicalLocations[0].fullyQualifiedName.split('.')
      expect(lines[physicalLocation.region.startLine - 1]).toBe(`    "${id}": {`)
      expect(physicalLocation.artifactLocation.uri).toMatch(/^file:\/\/.*sites\.json$/)
    }
  })

  it('puts fixes into SARIF as replaced lines that give the repaired document', async () => {
    const { out } = await run('check', '%sites.json', '--format', 'sarif')
    const lines = serializeDocument(twoTlsSites).split('\n')
    const [{ fixes }] = JSON.parse(out).runs[0].results
    const [expected] = lint(twoTlsSites)
    expect(fixes.map(({ description }: { description: { text: string } }) => description.text)).toEqual(
      expected?.fixes.map(({ label }) => label),
    )
    const [{ deletedRegion, insertedContent }] = fixes[0].artifactChanges[0].replacements
    const { startLine, startColumn, endLine, endColumn } = deletedRegion
    expect([startColumn, endColumn]).toEqual([1, (lines[endLine - 1] ?? '').length + 1])
    const after = lines.toSpliced(startLine - 1, endLine - startLine + 1, insertedContent.text).join('\n')
    expect(after).toBe(serializeDocument(applyCommands(twoTlsSites, expected?.fixes[0]?.commands ?? [])))
  })

  it('carries the diagram as a link in Markdown', async () => {
    const { out } = await run('check', '%sites.json', '--format', 'markdown')
    const [, fragment = ''] = /\n#(\S+)\n/.exec(out) ?? []
    expect(decodeLink(fragment)).toMatchObject({ ok: true, document: twoTlsSites })
  })

  it('links the diagram in Markdown where the address of Floatpath is given', async () => {
    const base = ['--base', 'https://example.com/a(b)>c/?x=<y#old']
    const { out } = await run('check', '%sites.json', '--format', 'markdown', ...base)
    const [, address, fragment = ''] = /\n\[Open this diagram\]\(<([^<>\s#]+)#([\w.-]+)>\)\n/.exec(out) ?? []
    expect(address).toBe('https://example.com/a(b)%3Ec/?x=%3Cy')
    expect(decodeLink(fragment)).toMatchObject({ ok: true, document: twoTlsSites })
  })

  it.each([
    [['--format', 'text', '--base', 'https://example.com/'], '--base goes with --format markdown'],
    [['--format', 'markdown', '--base', 'javascript:alert(1)'], 'is not an address'],
  ])('refuses %j', async (options, reason) => {
    const { code, out, err } = await run('check', '%sites.json', ...options)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(reason)
  })

  it('reports an acceptance without a finding', async () => {
    const { code, out } = await run('check', '%idle.json')
    expect(out).toContain('[suppression-unused]')
    expect(code).toBe(1)
  })

  it('marks what was accepted in SARIF', async () => {
    const { out } = await run('check', '%accepted.json', '--format', 'sarif')
    const justified = JSON.parse(out).runs[0].results.filter((one: object) => 'suppressions' in one)
    expect(justified.length).toBeGreaterThan(0)
    expect(justified[0].suppressions).toEqual([{ kind: 'inSource', justification: 'A lab.' }])
  })
})
