const pattern = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/

/** The four bytes of an IPv4 address or prefix, with its length; `undefined` where they would not give the same text back. */
export function packIPv4(text: string): { octets: number[]; length?: number } | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const octets = match.slice(1, 5).map(Number)
  const length = match[5] === undefined ? undefined : Number(match[5])
  if (octets.some((octet) => octet > 255)) return undefined
  if (unpackIPv4(octets, length) !== text) return undefined
  return length === undefined ? { octets } : { octets, length }
}

/** The text of an IPv4 address, or of a prefix where there is a length. */
export function unpackIPv4(octets: readonly number[], length?: number): string {
  return length === undefined ? octets.join('.') : `${octets.join('.')}/${length}`
}
