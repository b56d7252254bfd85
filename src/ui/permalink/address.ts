/** What looks like a link in a page's address: after `#`, or after `%23` where a mail program has rewritten it. */
export function linkInAddress({
  hash,
  pathname,
  search,
}: Pick<Location, 'hash' | 'pathname' | 'search'>): string | undefined {
  if (/^#\d+\./.test(hash)) return hash.slice(1)
  const rewritten = /%23(\d+\..*)$/i.exec(pathname + search)
  return rewritten?.[1]
}
