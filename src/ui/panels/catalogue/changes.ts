import type { TopologyDocument } from '../../../core/topology/document.ts'
import { sameValue } from '../../../core/topology/same-value.ts'

/** One place of a document that differs, with both values as text; absent where there is none. */
export interface Change {
  readonly resource: string
  readonly path: string
  readonly before?: string
  readonly after?: string
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** A field of its own on each line, and its value as JSON: a whole resource is too long for one. */
const written = (value: unknown) => {
  if (value === undefined) return undefined
  if (!isRecord(value) || Array.isArray(value)) return JSON.stringify(value)
  return Object.entries(value)
    .map(([key, field]) => `${key}: ${JSON.stringify(field)}`)
    .join('\n')
}

function compare(resource: string, path: string, before: unknown, after: unknown): readonly Change[] {
  if (sameValue(before, after)) return []
  const alike = isRecord(before) && isRecord(after) && Array.isArray(before) === Array.isArray(after)
  if (alike) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) =>
      compare(resource, path === '' ? key : `${path}.${key}`, before[key], after[key]),
    )
  }
  const [was, is] = [written(before), written(after)]
  return [
    {
      resource,
      path,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    },
  ]
}

/** What is different between two documents, resource by resource. */
export function changesBetween(before: TopologyDocument, after: TopologyDocument): readonly Change[] {
  const ids = [...new Set([...Object.keys(before.resources), ...Object.keys(after.resources)])]
  return ids.flatMap((id) => compare(id, '', before.resources[id], after.resources[id]))
}
