/**
 * Lifts a stored document from one version to the next: entry 0 makes version 2 out of version 1, and so on.
 * Append only. A released entry is never edited, because links and files of its version stay around for ever.
 * The input is a fresh copy that may be changed in place; it has been checked for nothing but its version.
 */
export const migrations: readonly ((document: Record<string, unknown>) => Record<string, unknown>)[] = []
