import { expect, it } from 'vitest'
import { printableLine } from './printable.ts'

it.each([
  ['web 1', 'web 1'],
  ['Zürich – 東京', 'Zürich – 東京'],
  ['two\r\n  lines\tand a tab', 'two lines and a tab'],
  ['\u001b[31mred\u0007', '\ufffd[31mred\ufffd'],
  ['\u009b2J\u007f', '\ufffd2J\ufffd'],
  ['turned \u202ekcab\u2069', 'turned \ufffdkcab\ufffd'],
])('%j is printed as %j', (text, printed) => {
  expect(printableLine(text)).toBe(printed)
})
