import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { parse as parseHcl } from '@cdktf/hcl2json'
import { SaxesParser } from 'saxes'
import { Language, Parser } from 'web-tree-sitter'
import { parseDocument } from 'yaml'

const require = createRequire(import.meta.url)

async function grammar(name: string): Promise<(text: string) => string | undefined> {
  await Parser.init()
  const language = await Language.load(require.resolve(`${name}/${name}.wasm`))
  return (text) => {
    // The scanner of a grammar may keep what a broken text left behind.
    const parser = new Parser()
    parser.setLanguage(language)
    const root = parser.parse(text)?.rootNode
    if (!root) return 'nothing was parsed'
    if (!root.hasError) return undefined
    const wrong = root.descendantsOfType('ERROR')[0] ?? root
    return `line ${wrong.startPosition.row + 1}: ${wrong.text.slice(0, 120)}`
  }
}

const bicep = grammar('tree-sitter-bicep')
const powershell = grammar('tree-sitter-powershell')

function xmlProblem(text: string): string | undefined {
  let problem: string | undefined
  const parser = new SaxesParser()
  parser.on('error', ({ message }) => {
    problem ??= message
  })
  parser.write(text).close()
  return problem
}

/** Says what a real parser of the language has against a text; undefined where it has nothing. */
export async function syntaxProblem(language: string, text: string): Promise<string | undefined> {
  try {
    if (language === 'json') JSON.parse(text)
    else if (language === 'bicep') return (await bicep)(text)
    else if (language === 'powershell') return (await powershell)(text)
    else if (language === 'hcl') await parseHcl('main.tf', text)
    else if (language === 'svg') return xmlProblem(text)
    else if (language === 'yaml') return parseDocument(text).errors[0]?.message
    else if (language === 'shell') execFileSync('bash', ['-n'], { input: text, stdio: 'pipe' })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The languages that `syntaxProblem` really parses. */
export const parsedLanguages = ['json', 'bicep', 'powershell', 'hcl', 'shell', 'yaml', 'svg']
