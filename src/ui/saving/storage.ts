/** What becomes of an attempt to keep something in this browser. */
export type WriteResult = 'kept' | 'full' | 'blocked'

/** A kind of storage: `local` is for all tabs, `session` for this one. */
type Area = 'local' | 'session'

// Asking for the storage is what a browser refuses that blocks it.
const areaOf = (area: Area): Storage => (area === 'local' ? localStorage : sessionStorage)

/** The text kept under a key; `null` where there is none or the browser refuses to say. */
export function readStored(key: string, area: Area = 'local'): string | null {
  try {
    return areaOf(area).getItem(key)
  } catch {
    return null
  }
}

/** What becomes of a write that failed: there is no room, or the browser does not allow it. */
export function failureOf(error: unknown): 'full' | 'blocked' {
  const name = error instanceof DOMException ? error.name : ''
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' ? 'full' : 'blocked'
}

/** Keeps a text under a key. Private windows and policies may block it, and there is a limit of some megabytes. */
export function writeStored(key: string, text: string, area: Area = 'local'): WriteResult {
  try {
    areaOf(area).setItem(key, text)
    return 'kept'
  } catch (error) {
    return failureOf(error)
  }
}

/** Forgets what is kept under a key. */
export function removeStored(key: string, area: Area = 'local'): void {
  try {
    areaOf(area).removeItem(key)
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/** The keys that begin with some text. */
export function storedKeys(prefix: string): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) =>
      key.startsWith(prefix),
    )
  } catch {
    return []
  }
}
