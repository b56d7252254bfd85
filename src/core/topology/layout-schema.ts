import * as z from 'zod/mini'
import { limits } from './limits.ts'

const between = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most))

const { coordinate, extent } = limits.layout

/** Where one thing stands. What lies further out than anybody draws is refused. */
export const layoutEntry = z.looseObject({
  x: between(-coordinate, coordinate),
  y: between(-coordinate, coordinate),
  width: z.optional(between(0, extent)),
  height: z.optional(between(0, extent)),
  collapsed: z.optional(z.boolean()),
  identity: z.optional(z.number()),
})
