import { linkPayloadFrom } from '../../core/permalink/link-payload.ts'

/** What looks like a link in a page's address: after `#`, or after what a mail program has made of it. */
export function linkInAddress({
  hash,
  pathname,
  search,
}: Pick<Location, 'hash' | 'pathname' | 'search'>): string | undefined {
  return linkPayloadFrom(pathname + search + hash)
}

/** The path of the page itself, without a link that stands in it because its `#` was rewritten. */
export function pathWithoutLink(pathname: string): string {
  return pathname.replace(/(?:%(?:25)*23|&(?:amp;)*(?:num;)?$).*$/i, '')
}
