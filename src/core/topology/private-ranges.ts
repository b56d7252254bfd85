/** The prefixes of private addresses, which no packet of the internet has: RFC 1918, RFC 6598 and RFC 4193. */
export const privateRanges: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
]
