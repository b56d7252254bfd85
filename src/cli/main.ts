/** Runs one command and returns its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stderr.write(`floatpath: unknown command ${argv[0] ?? ''}\n`)
  return 2
}
