import type { Command } from '../command.ts'
import { check } from './check.ts'
import { diff } from './diff.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { link } from './link.ts'
import { open } from './open.ts'
import { rules } from './rules.ts'
import { trace } from './trace.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  check,
  trace,
  diff,
  exportCommand,
  importCommand,
  rules,
  link,
  open,
]
