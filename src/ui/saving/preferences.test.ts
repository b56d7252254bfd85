import { expect, it } from 'vitest'
import { readPreferences } from './preferences.ts'

const usual = {
  theme: 'system',
  singleKeyShortcuts: true,
  bottomHeight: 252,
  tableHeight: 400,
  propertiesWidth: 316,
  hopCard: true,
  guideSeen: false,
}

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
  [
    '{"propertiesWidth":400,"hopCard":false,"guideSeen":true}',
    { ...usual, propertiesWidth: 400, hopCard: false, guideSeen: true },
  ],
  ['{"propertiesWidth":1e9,"hopCard":0,"guideSeen":null}', usual],
])('%s', (text, expected) => {
  expect(readPreferences(text)).toEqual(expected)
})
