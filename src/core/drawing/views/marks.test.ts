import { expect, it } from 'vitest'
import { answerTone } from './marks.ts'

it.each([
  ['ok', ['answers', 'answers']],
  ['unknown', ['answers', 'unknown']],
  ['unknown', ['unknown']],
  ['bad', ['answers', 'unknown', 'missing']],
  ['bad', ['fails']],
] as const)('is %s where a machine has %j', (tone, states) => {
  expect(answerTone(states.map((state) => ({ state })))).toBe(tone)
})
