/** Writing and reading links, loaded when it is first needed. */
export async function linkCodec() {
  const [{ encodeLink }, { decodeLink }] = await Promise.all([
    import('../../core/permalink/encode-link.ts'),
    import('../../core/permalink/decode-link.ts'),
  ])
  return { encodeLink, decodeLink }
}
