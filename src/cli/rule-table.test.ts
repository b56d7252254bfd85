import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ruleCatalogue } from '../core/lint/catalogue.ts'

const file = new URL('../../README.md', import.meta.url)
const begin = '<!-- lint rules: written by `WRITE_README=1 npx vitest run src/cli/rule-table` -->'
const end = '<!-- end of lint rules -->'

const table = [
  '| lint rule | severity | what it finds | known from |',
  '| --- | --- | --- | --- |',
  ...ruleCatalogue().map(
    ({ id, severity, title, confidence }) => `| \`${id}\` | ${severity} | ${title} | ${confidence} |`,
  ),
].join('\n')

it('the table of lint rules in README is the catalogue', () => {
  const text = readFileSync(file, 'utf8')
  const [before = '', rest = ''] = text.split(begin)
  const [, after = ''] = rest.split(end)
  const expected = `${before}${begin}\n\n${table}\n\n${end}${after}`
  if (process.env.WRITE_README === '1') writeFileSync(file, expected)
  else expect(text, 'run the command that stands before the table').toBe(expected)
})
