import { create } from 'zustand'
import { readStored, writeStored } from './storage.ts'

export type Theme = 'system' | 'light' | 'dark'

/** What somebody likes, kept in this browser apart from any diagram. */
interface Preferences {
  readonly theme: Theme
  readonly singleKeyShortcuts: boolean
  /** Height of the open bottom panel in pixels. */
  readonly bottomHeight: number
  /** The same while it holds tables or code, which need more room. */
  readonly tableHeight: number
  /** Width of the properties in pixels. */
  readonly propertiesWidth: number
  /** Whether the trace shows the header before and after its place, and what a capture shows there. */
  readonly hopCard: boolean
  /** The guide for a first visit was read or skipped. */
  readonly guideSeen: boolean
}

const key = 'floatpath.preferences'
const usual: Preferences = {
  theme: 'system',
  singleKeyShortcuts: true,
  bottomHeight: 252,
  tableHeight: 400,
  propertiesWidth: 316,
  hopCard: true,
  guideSeen: false,
}

type Found = Partial<Record<keyof Preferences, unknown>>

const flag = (found: Found, name: 'singleKeyShortcuts' | 'hopCard' | 'guideSeen') => {
  const value = found[name]
  return typeof value === 'boolean' ? value : usual[name]
}

const length = (found: Found, name: 'bottomHeight' | 'tableHeight' | 'propertiesWidth') => {
  const value = found[name]
  return typeof value === 'number' && value > 0 && value < 10_000 ? value : usual[name]
}

/** Preferences out of stored text; whatever is not understood is as usual. */
export function readPreferences(text: string | null): Preferences {
  let found: Found = {}
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value === 'object' && value !== null) found = value
  } catch {
    return usual
  }
  const { theme } = found
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : usual.theme,
    singleKeyShortcuts: flag(found, 'singleKeyShortcuts'),
    bottomHeight: length(found, 'bottomHeight'),
    tableHeight: length(found, 'tableHeight'),
    propertiesWidth: length(found, 'propertiesWidth'),
    hopCard: flag(found, 'hopCard'),
    guideSeen: flag(found, 'guideSeen'),
  }
}

export const usePreferences = create<Preferences>(() => readPreferences(readStored(key)))

/** Changes preferences and keeps them. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  writeStored(key, JSON.stringify(usePreferences.getState()))
}

/** Shows the page in a theme until another one is preferred, without keeping it: that of a link. */
export function showTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme
}

/** Shows the page in the preferred theme. */
export function showPreferredTheme(): void {
  const { theme } = usePreferences.getState()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else showTheme(theme)
}

/** Shows the page in the preferred theme, now and whenever it changes. */
export function applyTheme(): void {
  showPreferredTheme()
  usePreferences.subscribe((now, before) => {
    if (now.theme !== before.theme) showPreferredTheme()
  })
}
