/** Input that cannot be used: a wrong option, a file that cannot be read. Ends the command with exit code 2 and one line. */
export class Unusable extends Error {}

/** A text on one line, for standard error. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim()
}
