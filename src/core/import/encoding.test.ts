import { describe, expect, it } from 'vitest'
import { encodingOf, isConsoleText } from './encoding.ts'
import { importText } from './import-text.ts'

/** netsh in German, redirected to a file: the letters are of code page 850. */
const german = Uint8Array.from(
  Buffer.from(
    [
      'Konfiguration der Schnittstelle "Ethernet"',
      '    IP-Adresse:                           10.0.0.4',
      '    Subnetzpr\x84fix:                        10.0.0.0/24 (Maske 255.255.255.0)',
      '',
      'Konfiguration der Schnittstelle "Zus\x84tzlich"',
      '    IP-Adresse:                           10.0.0.100',
      '    Subnetzpr\x84fix:                        10.0.0.100/32 (Maske 255.255.255.255)',
    ].join('\r\n'),
    'latin1',
  ),
)

describe('bytes', () => {
  it('with a mark are UTF-16', () => {
    expect(encodingOf(Uint8Array.of(0xff, 0xfe))).toBe('utf-16le')
    expect(encodingOf(Uint8Array.of(0xfe, 0xff))).toBe('utf-16be')
    expect(encodingOf(german)).toBe('utf-8')
  })

  it.each([
    ['netsh in a code page', german, true],
    ['JSON', Uint8Array.from(Buffer.from('\n {"name":"\xff"}', 'latin1')), false],
    ['a program', Uint8Array.of(0x7f, 0x45, 0x00, 0xff), false],
    ['nothing', new Uint8Array(), false],
  ])('%s: of a console or not', (_, bytes, isText) => {
    expect(isConsoleText(bytes)).toBe(isText)
  })

  it('of a console are read but for their letters, and that is said', () => {
    const result = importText(new TextDecoder().decode(german))
    if (!result.ok) throw new Error(result.message)
    expect(JSON.stringify(result.guests)).toContain('10.0.0.100')
    expect(JSON.stringify(result.guests)).toContain('Zus\uFFFDtzlich')
    expect(result.notes).toMatchObject([{ message: expect.stringContaining('not in UTF-8') }])
  })
})
