/** What becomes of an attempt to keep something in this browser. */
export type WriteResult = 'kept' | 'full' | 'blocked'

/** The text kept under a key; `null` where there is none or the browser refuses to say. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a text under a key. Private windows and policies may block it, and there is a limit of some megabytes. */
export function writeStored(key: string, text: string): WriteResult {
  try {
    localStorage.setItem(key, text)
    return 'kept'
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' ? 'full' : 'blocked'
  }
}

/** Forgets what is kept under a key. */
export function removeStored(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
