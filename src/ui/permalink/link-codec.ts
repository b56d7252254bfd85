import { later } from '../components/lazily.ts'

/** Writing and reading links, and the views that ride along in them. */
export const linkCodec = later(async () => {
  const [{ encodeLink }, { decodeLink }, views, { applyView, currentView }] = await Promise.all([
    import('../../core/permalink/encode-link.ts'),
    import('../../core/permalink/decode-link.ts'),
    import('../../core/permalink/view-state.ts'),
    import('./view-now.ts'),
  ])
  const { encodeView, decodeView } = views
  return { encodeLink, decodeLink, encodeView, decodeView, applyView, currentView }
})
