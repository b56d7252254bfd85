import type { ExportLanguage } from '../../core/export/exporter.ts'

export interface Token {
  readonly kind: 'plain' | 'comment' | 'string' | 'number' | 'key' | 'heading'
  readonly text: string
}

const commentStarts: Partial<Record<ExportLanguage, RegExp>> = {
  bicep: /^\s*\/\//,
  hcl: /^\s*#/,
  shell: /^\s*#/,
  powershell: /^\s*#/,
  yaml: /^\s*#/,
  ini: /^\s*[#;]/,
  http: /^\s*#/,
  batch: /^\s*(rem\b|::)/i,
}

const word =
  /(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<key>(?<![\w-])--?[a-zA-Z][\w-]*|\b[A-Za-z_][\w-]*(?=\s*(?:=|:(?!\/\/))))|(?<number>\b\d+(?:[./]\d+)*\b)/g

const words: Partial<Record<ExportLanguage, RegExp>> = {
  // Marks of lists, tables and emphasis; places of links; numbers and addresses.
  markdown:
    /(?<key>^\s*[-*](?: \[[ x]\])?(?= )|\||^\|[-|:]+$|\*\*)|(?<string>(?<=\])\([^)]*\)|`[^`]*`)|(?<number>\b\d+(?:[./]\d+)*\b)/g,
  csv: /(?<key>,)|(?<string>"(?:[^"]|"")*")|(?<number>\b\d+(?:[./]\d+)*\b)/g,
}

/** A line taken apart for its colours. It need not be right about everything: only colours come of it. */
export function highlight(line: string, language: ExportLanguage): readonly Token[] {
  if (language === 'text') return [{ kind: 'plain', text: line }]
  if (language === 'markdown' && /^#{1,6} /.test(line)) return [{ kind: 'heading', text: line }]
  if (commentStarts[language]?.test(line)) return [{ kind: 'comment', text: line }]
  const tokens: Token[] = []
  let end = 0
  for (const match of line.slice(0, 2_000).matchAll(words[language] ?? word)) {
    if (match.index > end) tokens.push({ kind: 'plain', text: line.slice(end, match.index) })
    end = match.index + match[0].length
    const isName = match.groups?.string !== undefined && /^\s*:/.test(line.slice(end))
    const kind = isName || match.groups?.key ? 'key' : match.groups?.string ? 'string' : 'number'
    tokens.push({ kind, text: match[0] })
  }
  if (end < line.length) tokens.push({ kind: 'plain', text: line.slice(end) })
  return tokens
}
