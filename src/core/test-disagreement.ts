import type { Command } from './edit/command.ts'

/** A disagreement of linter and simulator that was found once: what was wrong, and how to get there from where. */
export type Disagreement = readonly [what: string, start: string, commands: readonly Command[]]

/** Sets a field, or without a value takes it away. */
export const set = (id: string, path: string, value?: unknown): Command => ({
  type: 'resource.set',
  id,
  path,
  ...(value === undefined ? {} : { value }),
})

/** Takes a resource away. */
export const remove = (id: string): Command => ({ type: 'resource.remove', id })
