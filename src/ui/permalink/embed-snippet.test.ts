import { expect, it } from 'vitest'
import { embedSnippet } from './embed-snippet.ts'

it('frames the page without anything around the diagram', () => {
  expect(embedSnippet('Two sites', 'https://example.org/app/#1.AbC')).toBe(
    '<iframe src="https://example.org/app/?embed=1#1.AbC" title="Two sites" width="960" height="540" loading="lazy"></iframe>',
  )
})

it('keeps a hostile name inside its attribute', () => {
  const snippet = embedSnippet('"><script>alert(1)</script>', 'https://example.org/#1.A')
  expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(snippet).not.toContain('<script')
})
