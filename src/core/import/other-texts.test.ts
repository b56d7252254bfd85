import { describe, expect, it } from 'vitest'
import { importText } from './import-text.ts'
import { hintFor } from './other-texts.ts'

describe('a text that is in no format that can be read', () => {
  it('is a table of the Azure CLI with its line of dashes', () => {
    const table =
      'Name     ResourceGroup    Location\n-------  ---------------  ----------\nlb-shop  rg-app  westeurope\n'
    expect(hintFor(table)).toContain('-o json')
    expect(hintFor(table.replace('ResourceGroup', 'Rest'))).toBeUndefined()
  })

  it.each([
    'Name  ',
    'ResourceGroup  ',
    'id: ',
    '# azurerm_',
    '{"@level":"',
    '. ',
    ' inet 1.1.1.1 ',
    '-',
    ' ',
    'x',
  ])(
    'never throws, and is refused soon, where it is %j again and again',
    (part) => {
      for (const text of [part.repeat(3_000_000 / part.length), `${part}\n`.repeat(100_000)])
        expect(importText(text)).toMatchObject({ ok: false })
    },
    30_000,
  )
})
