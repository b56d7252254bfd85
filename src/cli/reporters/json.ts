import type { Reporter } from './reporter.ts'

/** `{ "diagnostics": […] }`; with several files each diagnostic also names its `file`. */
export const json: Reporter = (checked) => {
  const diagnostics = checked.flatMap((one) =>
    one.diagnostics.map((diagnostic) =>
      checked.length > 1 ? { file: one.file, ...diagnostic } : diagnostic,
    ),
  )
  return JSON.stringify({ diagnostics }, null, 2)
}
