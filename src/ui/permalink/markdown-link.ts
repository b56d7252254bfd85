/** A link with a name as Markdown. Nothing in the name can end it early or become mark-up. */
export function markdownLink(name: string, url: string): string {
  const text = name.replaceAll(/\s+/g, ' ').trim() || 'Diagram'
  return `[${text.replaceAll(/[\\`*_[\]<>|~#!&]/g, '\\$&')}](<${url.replaceAll(/[<>]/g, encodeURIComponent)}>)`
}
