/**
 * An IPv6 address without its middle where it is longer than there is room for:
 * those of one subnet differ at their ends. Everything else stays whole.
 */
export function shortAddress(text: string, most: number): string {
  if (text.length <= most || !text.includes(':')) return text
  const [first = '', ...groups] = text.split(':')
  let end = ''
  for (const group of groups.reverse()) {
    if (end !== '' && first.length + 2 + end.length + 1 + group.length > most) break
    end = `:${group}${end}`
  }
  return `${first}:…${end}`
}
