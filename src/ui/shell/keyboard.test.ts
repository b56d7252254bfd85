import { describe, expect, it, vi } from 'vitest'

vi.mock('../canvas/add.ts', () => ({ addFromPalette: vi.fn() }))
const { shortcutFor, writtenKeys } = await import('./keyboard.ts')
const { shortcuts } = await import('./shortcuts.ts')
const { paletteEntries } = await import('./palette-entries.ts')

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const ctrl = { ...none, ctrlKey: true }
const shift = { ...none, shiftKey: true }

describe('a key press', () => {
  it.each([
    [{ ...none, key: 'f' }, 'F'],
    [{ ...shift, key: 'F' }, 'Shift F'],
    [{ ...ctrl, key: 'z' }, 'Ctrl Z'],
    [{ ...none, metaKey: true, key: 'z' }, 'Ctrl Z'],
    [{ ...ctrl, shiftKey: true, key: 'Z' }, 'Ctrl Shift Z'],
    [{ ...shift, key: '?' }, '?'],
    [{ ...none, key: '?' }, '?'],
    [{ ...none, key: ' ' }, 'Space'],
    [{ ...shift, key: 'F8' }, 'Shift F8'],
    [{ ...none, altKey: true, key: 'f' }, 'Alt F'],
  ])('%o is written %s', (pressed, written) => {
    expect(writtenKeys(pressed)).toBe(written)
  })

  const found = (...args: Parameters<typeof shortcutFor>) => shortcutFor(...args)?.label

  it.each([
    ['undo works anywhere', { ...ctrl, key: 'z' }, 'elsewhere', true, 'Undo'],
    ['but not in a text field, which has its own', { ...ctrl, key: 'z' }, 'typing', true, undefined],
    [
      'a letter adds while the canvas has the focus',
      { ...none, key: 'v' },
      'canvas',
      true,
      'Virtual machine',
    ],
    ['and nowhere else', { ...none, key: 'v' }, 'elsewhere', true, undefined],
    ['and not when single keys are off', { ...none, key: 'v' }, 'canvas', false, undefined],
    ['deleting is for the canvas', { ...none, key: 'Delete' }, 'elsewhere', true, undefined],
    ['arrows step in the trace', { ...none, key: 'ArrowRight' }, 'trace', true, 'One hop on'],
    [
      'and move things on the canvas',
      { ...none, key: 'ArrowRight' },
      'canvas',
      true,
      'Move what is selected',
    ],
    ['and nothing elsewhere', { ...none, key: 'ArrowRight' }, 'elsewhere', true, undefined],
    ['Ctrl with a letter adds nothing', { ...ctrl, key: 'b' }, 'canvas', true, undefined],
  ] as const)('%s', (_, pressed, focus, singleKeys, label) => {
    expect(found(pressed, focus, singleKeys)).toBe(label)
  })
})

describe('the table of shortcuts', () => {
  it('gives no keys to two things in one place', () => {
    const keys = shortcuts.flatMap(({ keys, focus }) => keys.map((written) => `${written} ${focus ?? ''}`))
    expect(keys.filter((written, index) => keys.indexOf(written) !== index)).toEqual([])
  })

  it('has one for everything in the palette', () => {
    for (const { key, label } of paletteEntries) {
      expect(shortcuts.find(({ keys }) => keys[0] === key)?.label).toBe(label)
    }
  })
})

it('leaves the clipboard to the browser, which tells the page by events', () => {
  const native = shortcuts.filter((shortcut) => shortcut.native).map(({ keys }) => keys[0])
  expect(native).toEqual(['Ctrl C', 'Ctrl X', 'Ctrl V'])
})
