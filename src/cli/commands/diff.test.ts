import { describe, expect, it } from 'vitest'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import { scenarios } from '../../core/scenarios/index.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { patch } from '../../core/topology/document.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { folderWith, standardInput } from '../test-run.ts'

const broken = patch(twoTlsSites, 'loadBalancingRule/https-a', { backendPort: 444 })
const renamed = patch(twoTlsSites, 'loadBalancingRule/https-a', { name: '|x|\u001b[31m<b>@all' })
const linkOf = (document: typeof twoTlsSites) => {
  const link = encodeLink(document)
  if (!link.ok) throw new Error(link.reason)
  return `https://example.com/#${link.fragment}`
}

const { run } = folderWith({
  'a.json': serializeDocument(twoTlsSites),
  'b.json': serializeDocument(broken),
  'hostile.json': serializeDocument(renamed),
  'bad.json': '{',
  ...Object.fromEntries(scenarios.map(({ id, document }) => [`${id}.json`, serializeDocument(document)])),
})

describe('diff', () => {
  it.each([
    [['%a.json', '%a.json'], 0, 'The two diagrams are the same.'],
    [['%a.json', '%b.json'], 1, '    ~ Backend port: 443 → 444'],
    [['%b.json', '%a.json'], 0, 'works now: '],
    [['%a.json', linkOf(broken)], 1, 'breaks: '],
    [[`<${linkOf(twoTlsSites)}>`, linkOf(broken)], 1, 'breaks: '],
    [['%a.json', '%b.json', '--format', 'markdown'], 1, '| Breaks | '],
    [['%a.json', '%b.json', '--format', 'json'], 1, '"kind": "breaks"'],
  ])('%j ends with %i', async (args, code, text) => {
    const result = await run('diff', ...args)
    expect(result).toMatchObject({ code, err: '' })
    expect(result.out).toContain(text)
  })

  it('reads one of the two from standard input', async () => {
    standardInput(serializeDocument(broken))
    expect((await run('diff', '%a.json', '-')).code).toBe(1)
  })

  it.each([
    [['%a.json'], 'two diagrams are needed'],
    [['%a.json', '%a.json', '%b.json'], 'two diagrams at a time'],
    [['%a.json', '%none.json'], 'there is no such file'],
    [['%a.json', '%bad.json'], 'this is not JSON'],
    [['%a.json', linkOf(broken).slice(0, -9)], 'link B: This link is incomplete'],
    [['%a.json', '%b.json', '--format', 'xml'], '--format takes one of text, json, markdown'],
    [['-', '-'], 'only one file can be standard input'],
  ])('%j is refused in one line', async (args, message) => {
    const { code, out, err } = await run('diff', ...args)
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1])
    expect(err).toContain(message)
  })

  it('lets no name out as control characters or mark-up', async () => {
    const text = await run('diff', '%a.json', '%hostile.json')
    expect(text.out).not.toContain('\u001b')
    const { out } = await run('diff', '%a.json', '%hostile.json', '--format', 'markdown')
    expect(out).toContain('\\|x\\|')
    for (const sign of ['\u001b', '<b>', '@all']) expect(out).not.toContain(sign)
  })

  it.each([
    ['windows-loopback', 'windows-weak-host-receive-off'],
    ['windows-loopback', 'windows-firewall-closed'],
    ['linux-loopback', 'linux-loopback-with-short-prefix'],
    ['sql-availability-group', 'sql-listener-without-floating-ip'],
    ['sql-availability-group', 'sql-availability-group-after-failover'],
    ['firewall-without-ip-forwarding', 'firewall-pair'],
  ])('says what is different: %s and %s', async (a, b) => {
    const { out } = await run('diff', `%${a}.json`, `%${b}.json`)
    const markdown = await run('diff', `%${a}.json`, `%${b}.json`, '--format', 'markdown')
    await expect(`${out}\n${markdown.out}`).toMatchFileSnapshot(`../diff/__golden__/${a}--${b}.txt`)
  })
})
