import { expect, it } from 'vitest'
import { whenText } from './when.ts'

const now = new Date(2026, 10, 25, 10, 0).getTime()

it.each([
  [new Date(2026, 10, 25, 9, 5), 'today 09:05'],
  [new Date(2026, 10, 24, 23, 59), 'yesterday 23:59'],
  [new Date(2026, 10, 23, 8, 0), 'Nov 23, 2026 08:00'],
  [new Date(2025, 10, 25, 10, 0), 'Nov 25, 2025 10:00'],
])('%s is %s', (time, text) => {
  expect(whenText(time.getTime(), now)).toBe(text)
})
