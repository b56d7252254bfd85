import { later } from '../components/lazily.ts'

/** Writing and reading links. */
export const linkCodec = later(async () => {
  const [{ encodeLink }, { decodeLink }] = await Promise.all([
    import('../../core/permalink/encode-link.ts'),
    import('../../core/permalink/decode-link.ts'),
  ])
  return { encodeLink, decodeLink }
})
