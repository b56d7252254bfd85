import type { Size } from '../../core/scenarios/pooled.ts'

/** Three sizes, to see how times grow. The last is the one that the budgets are for. */
export const sizes: readonly Size[] = [
  { frontends: 60, rules: 150, machines: 100, members: 10 },
  { frontends: 200, rules: 500, machines: 333, members: 10 },
  { frontends: 600, rules: 1500, machines: 1000, members: 10 },
]
