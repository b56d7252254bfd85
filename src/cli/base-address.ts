import { Unusable } from './problem.ts'

/** The address before the # of a link, or nothing; anything that is no address of a page is refused. */
export function baseAddress(given: string | undefined): string {
  if (given === undefined) return ''
  const isAddress =
    URL.canParse(given) && !/\s/.test(given) && /^(https?|file):$/.test(new URL(given).protocol)
  if (!isAddress)
    throw new Unusable(`--base “${given}” is not an address. Write it like https://example.com/floatpath/`)
  return given.replace(/#.*$/s, '')
}
