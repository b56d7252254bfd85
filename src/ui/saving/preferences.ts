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
}

const key = 'floatpath.preferences'
const usual: Preferences = { theme: 'system', singleKeyShortcuts: true, bottomHeight: 252, tableHeight: 400 }

/** Preferences out of stored text; whatever is not understood is as usual. */
export function readPreferences(text: string | null): Preferences {
  let found: Partial<Record<keyof Preferences, unknown>> = {}
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value === 'object' && value !== null) found = value
  } catch {
    return usual
  }
  const { theme, singleKeyShortcuts } = found
  const height = (key: 'bottomHeight' | 'tableHeight') => {
    const value = found[key]
    return typeof value === 'number' && value > 0 ? value : usual[key]
  }
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : usual.theme,
    singleKeyShortcuts:
      typeof singleKeyShortcuts === 'boolean' ? singleKeyShortcuts : usual.singleKeyShortcuts,
    bottomHeight: height('bottomHeight'),
    tableHeight: height('tableHeight'),
  }
}

export const usePreferences = create<Preferences>(() => readPreferences(readStored(key)))

/** Changes preferences and keeps them. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  writeStored(key, JSON.stringify(usePreferences.getState()))
}

/** Shows the page in the preferred theme, now and whenever it changes. */
export function applyTheme(): void {
  const apply = ({ theme }: Preferences) => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
  apply(usePreferences.getState())
  usePreferences.subscribe(apply)
}
