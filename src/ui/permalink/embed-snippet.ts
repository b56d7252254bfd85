const escapes: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }

const inAttribute = (text: string) => text.replace(/[&"<>]/g, (character) => escapes[character] ?? character)

/** HTML that shows a diagram in another page. */
export function embedSnippet(name: string, url: string): string {
  const source = url.replace('#', '?embed=1#')
  return `<iframe src="${inAttribute(source)}" title="${inAttribute(name)}" width="960" height="540" loading="lazy"></iframe>`
}
