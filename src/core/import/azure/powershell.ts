/** What PowerShell writes in place of what lies deeper than it was asked to go. */
const cutOff =
  /^(System\.(Object|Collections)\b|Microsoft\.Azure\.(Commands|Management|PowerShell)\.|@\{\w+=)/

/** Whether a JSON value was cut off by `ConvertTo-Json`, whose depth is 2 unless it is told otherwise. */
export function isCutOff(value: unknown): boolean {
  let level = [value]
  while (level.length > 0) {
    const next: unknown[] = []
    for (const item of level) {
      if (typeof item === 'string' && cutOff.test(item)) return true
      if (typeof item === 'object' && item !== null) for (const inner of Object.values(item)) next.push(inner)
    }
    level = next
  }
  return false
}
