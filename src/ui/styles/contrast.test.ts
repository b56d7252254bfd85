import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

type Theme = 'light' | 'dark'

/** Every `--name: light-dark(a, b)` of a piece of CSS. */
function coloursOf(css: string): ReadonlyMap<string, Record<Theme, string>> {
  const found = css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]))
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const tokens = coloursOf(read('tokens.css'))
const of = (name: string, theme: Theme): string => {
  const colour = tokens.get(name)?.[theme]
  if (!colour) throw new Error(`no token ${name}`)
  return colour
}
const themes: readonly Theme[] = ['light', 'dark']

const grounds = ['panel', 'canvas', 'raised', 'hover', 'sunken']
const pairs = [
  ...grounds.flatMap((ground) => ['ink', 'ink-2', 'ink-3'].map((ink) => [ink, ground] as const)),
  ...['ok', 'bad', 'warn', 'accent'].flatMap((tone) => [
    [tone, 'panel'] as const,
    [tone, `${tone}-tint`] as const,
  ]),
  ['ink', 'bad-tint'] as const,
  ['ink', 'accent-tint'] as const,
  ['chip-ink', 'chip'] as const,
  ['accent-ink', 'accent'] as const,
]

describe.each(themes)('contrast in the %s theme', (theme) => {
  it.each(pairs)('%s on %s', (ink, ground) => {
    expect(contrast(of(ink, theme), of(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  const identities = [...read('identities.css').matchAll(/\.identity-(\d) \{([^}]*)\}/g)]

  it('has eight identities', () => expect(identities).toHaveLength(8))

  it.each(identities.map(([, number, css]) => [number, css] as const))('identity %s', (_, css = '') => {
    const colours = coloursOf(css)
    const identity = colours.get('identity')?.[theme] ?? ''
    expect(contrast(identity, colours.get('identity-tint')?.[theme] ?? '')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(identity, of('panel', theme))).toBeGreaterThanOrEqual(4.5)
  })
})
