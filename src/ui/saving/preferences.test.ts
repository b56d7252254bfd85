import { expect, it } from 'vitest'
import { readPreferences } from './preferences.ts'

const usual = { theme: 'system', singleKeyShortcuts: true, bottomHeight: 252, tableHeight: 400 }

it.each([
  [null, usual],
  ['', usual],
  ['not json', usual],
  ['7', usual],
  ['null', usual],
  ['{"theme":"dark"}', { ...usual, theme: 'dark' }],
  ['{"theme":"green","bottomHeight":-1,"singleKeyShortcuts":"no"}', usual],
  [
    '{"singleKeyShortcuts":false,"bottomHeight":300,"tableHeight":500,"more":1}',
    { ...usual, singleKeyShortcuts: false, bottomHeight: 300, tableHeight: 500 },
  ],
])('%s', (text, expected) => {
  expect(readPreferences(text)).toEqual(expected)
})
