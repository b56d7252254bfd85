import type { Lines } from '../text/lines.ts'
import { oneLine } from '../text/one-line.ts'
import type { GuestPlan } from './plan.ts'

/** One line that says whose configuration this is. */
export function titleOf({ machine }: GuestPlan, what: string): string {
  return `${what} of ${oneLine(machine.name)} for Azure Load Balancer floating IP, written by Floatpath.`
}

/** What a script's head says of a machine: what is wrong with it, and what is not in the script. */
export const remarksOn = ({ errors, notes }: GuestPlan): readonly string[] => [
  ...errors.map((error) => `Error in the diagram: ${error}`),
  ...notes.map((note) => `Note: ${note}`),
]

/** The parts of a shell script that can be applied, checked and undone. */
export interface ShellParts {
  readonly title: string
  /** Further comments of the head. */
  readonly about: readonly string[]
  readonly fileName: string
  readonly helpers?: string
  readonly apply: () => void
  readonly check: () => void
  readonly undo: () => void
}

/** A check: what the command prints must hold this text. */
const expectHelper = `failed=0
expect() { # TEXT COMMAND...: what the command prints must hold the text
  text=$1
  shift
  if "$@" 2>/dev/null | grep -qF -e "$text"; then
    printf 'ok       %s\\n' "$*"
  else
    printf 'MISSING  %s   must print: %s\\n' "$*" "$text"
    failed=1
  fi
}`

/** Writes a POSIX shell script with the commands apply, check and undo. */
export function writeShellScript(lines: Lines, parts: ShellParts): void {
  const { title, about, fileName, helpers } = parts
  lines.add('#!/bin/sh')
  for (const text of [
    title,
    `Apply: sudo sh ${fileName}    Check: sudo sh ${fileName} check    Undo: sudo sh ${fileName} undo`,
    'Running it again changes nothing.',
    ...about,
  ]) {
    lines.add(`# ${oneLine(text)}`)
  }
  lines.add('set -eu').gap()
  if (helpers) lines.add(helpers).gap()
  lines.add(expectHelper).gap()
  for (const name of ['apply', 'check', 'undo'] as const) {
    lines.add(`${name}() {`)
    parts[name]()
    lines.add('  :').add('}').gap()
  }
  lines.add(`case \${1:-apply} in
  apply) apply ;;
  check)
    check
    exit "$failed"
    ;;
  undo) undo ;;
  *)
    echo "usage: sh $0 [apply|check|undo]" >&2
    exit 2
    ;;
esac`)
}
