/** The colours of a picture. */
export interface Palette {
  readonly canvas: string
  readonly panel: string
  readonly line: string
  readonly strong: string
  readonly ink: string
  readonly second: string
  /** Ink of neutral chips. */
  readonly chipInk: string
  readonly chip: string
  readonly ok: string
  readonly bad: string
  readonly warn: string
  readonly info: string
  readonly okTint: string
  readonly badTint: string
  readonly warnTint: string
  readonly infoTint: string
  /** By identity colour: ink and tint. */
  readonly identities: readonly (readonly [ink: string, tint: string])[]
}

/** The colours of both themes; the same as on the canvas, which a test checks. */
export const palettes: Record<'light' | 'dark', Palette> = {
  light: {
    canvas: '#f6f7f9',
    panel: '#ffffff',
    line: '#e3e6eb',
    strong: '#cbd0d8',
    ink: '#101828',
    second: '#475467',
    chip: '#eef0f4',
    chipInk: '#344054',
    ok: '#067647',
    bad: '#c4281b',
    warn: '#a15c07',
    info: '#0b63ce',
    okTint: '#e6f5ec',
    badTint: '#fdeae8',
    warnTint: '#fdf3e1',
    infoTint: '#e8f1fc',
    identities: [
      ['#6541d9', '#eeeafc'],
      ['#0b7d72', '#e9f7f4'],
      ['#b3247f', '#fce9f4'],
      ['#0a6793', '#e4f3fb'],
      ['#576a0c', '#f0f5dc'],
      ['#8a4f26', '#faeee4'],
      ['#3350cc', '#e8ecfd'],
      ['#8d2ea6', '#f8e9fc'],
    ],
  },
  dark: {
    canvas: '#0f1217',
    panel: '#171b22',
    line: '#262c36',
    strong: '#3a4250',
    ink: '#eef1f5',
    second: '#aab4c3',
    chip: '#262c36',
    chipInk: '#c6cfdb',
    ok: '#4fcf92',
    bad: '#ff8a7d',
    warn: '#f3b95a',
    info: '#5aa7ff',
    okTint: '#11301f',
    badTint: '#3a1614',
    warnTint: '#33260d',
    infoTint: '#16283f',
    identities: [
      ['#ab97ff', '#261d4a'],
      ['#4fd1c2', '#0c302c'],
      ['#f48cc8', '#42163a'],
      ['#62c1ee', '#0d2d3f'],
      ['#b9cd57', '#272f0c'],
      ['#e0a87f', '#3a2415'],
      ['#91a7ff', '#1b254d'],
      ['#dc8df0', '#391745'],
    ],
  },
}

/** Ink and tint of a verdict. */
export function verdictColours(palette: Palette, tone: 'ok' | 'bad' | 'neutral'): readonly [string, string] {
  if (tone === 'ok') return [palette.ok, palette.okTint]
  return tone === 'bad' ? [palette.bad, palette.badTint] : [palette.chipInk, palette.chip]
}
