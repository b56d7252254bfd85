import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { palettes } from './palette.ts'

const read = (name: string) => readFileSync(new URL(`../../../ui/styles/${name}`, import.meta.url), 'utf8')

const names = {
  canvas: 'canvas',
  panel: 'panel',
  line: 'line',
  strong: 'line-strong',
  ink: 'ink',
  second: 'ink-2',
  chip: 'chip',
  chipInk: 'chip-ink',
  ok: 'ok',
  bad: 'bad',
  warn: 'warn',
  info: 'accent',
  okTint: 'ok-tint',
  badTint: 'bad-tint',
  warnTint: 'warn-tint',
  infoTint: 'accent-tint',
} as const

it('has the colours of the page', () => {
  const tokens = [...read('tokens.css').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
  const inks = [...read('identities.css').matchAll(/--identity: light-dark\((#\w{6}), (#\w{6})\)/g)]
  const tints = [...read('identities.css').matchAll(/--identity-tint: light-dark\((#\w{6}), (#\w{6})\)/g)]
  for (const [index, theme] of (['light', 'dark'] as const).entries()) {
    const { identities, ...palette } = palettes[theme]
    const page = new Map(tokens.map(([, name, ...colours]) => [name, colours[index]]))
    expect(palette).toEqual(
      Object.fromEntries(Object.entries(names).map(([key, token]) => [key, page.get(token)])),
    )
    expect(identities).toEqual(inks.map((ink, at) => [ink[index + 1], tints[at]?.[index + 1]]))
  }
})
