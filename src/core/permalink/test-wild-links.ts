/** A link as mail and chat programs hand it on, each with words for what they did to it. For tests. */
export function wildLinks(fragment: string): readonly (readonly [string, string])[] {
  const broken = fragment.replace(/.{30}/g, '$&\r\n')
  return [
    ['with its #', `#${fragment}`],
    ['in an address', `https://example.com/floatpath/#${fragment}`],
    ['in an address of a file', `file:///home/me/dist/index.html#${fragment}`],
    ['in angle brackets', `<https://example.com/#${fragment}>`],
    ['in quotes', `"https://example.com/#${fragment}"`],
    ['bare in quotes', `“${fragment}”`],
    ['with # escaped', `https://example.com/%23${fragment}`],
    ['with # escaped twice', `https://example.com/%2523${fragment}`],
    [
      'through a link scanner',
      `https://scan.example/?url=https%3A%2F%2Fexample.com%2F%23${fragment}&data=05%7C02`,
    ],
    ['with parameters after it', `https://example.com/#${fragment}?utm_source=mail&utm_medium=a`],
    ['with escaped parameters after it', `https://example.com/#${fragment}&amp;utm_source=mail`],
    ['with parameters before it', `https://example.com/?utm_source=mail#${fragment}`],
    ['broken over lines', `https://example.com/#${broken}`],
    ['broken over lines of quoted mail', `> https://example.com/#${broken.replaceAll('\r\n', '\n> ')}`],
    ['in quoted-printable mail', `https://example.com/#${broken.replaceAll('\r\n', '=\r\n')}`],
    ['in a sentence', `Look at https://example.com/#${fragment}, and tell me what you think.`],
    ['in brackets', `(https://example.com/#${fragment})`],
    ['with words right after it', `https://example.com/#${fragment} and so on`],
    ['before another #', `https://example.com/#${fragment} (see also #12.5)`],
    ['after another #', `About issue #12. See https://example.com/#${fragment}`],
    [
      'with escaped Markdown',
      `https://example.com/#${fragment.replaceAll('_', '\\_').replaceAll('-', '\\-')}`,
    ],
    [
      'with every sign escaped',
      `#${fragment.replace('.', '%2E').replaceAll('-', '%2D').replaceAll('_', '%5F')}`,
    ],
    ['with blanks around it', `  \t#${fragment}\n`],
    ['with # escaped for HTML', `https://example.com/&#35;${fragment}`],
    ['with # escaped for HTML in hexadecimal', `https://example.com/&#x23;${fragment}`],
    ['with # escaped for HTML twice', `https://example.com/&amp;#35;${fragment}`],
    ['as HTML', `<a href="https://example.com/?a=1&amp;b=2#${fragment}">Look</a>`],
    ['as escaped HTML', `&lt;https://example.com/#${fragment}&gt;`],
    ['quoted after #', `https://example.com/#&quot;${fragment}&quot;`],
    ['in Markdown', `[Look](https://example.com/#${fragment})`],
    ['with tracking parameters before and after', `https://example.com/?gclid=1#${fragment}&fbclid=2`],
    ['before an exclamation mark', `https://example.com/#${fragment}!`],
    ['before dots', `https://example.com/#${fragment}...`],
    ['broken where blanks were escaped', `https://example.com/#${broken.replaceAll('\r\n', '%0D%0A%20')}`],
  ]
}
