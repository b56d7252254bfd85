import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { main as commandLine } from '../../cli/main.ts'
import { exporters } from '../../core/export/index.ts'
import { combine } from '../../core/import/combine.ts'
import { readPieces } from '../../core/import/read-pieces.ts'
import { lint } from '../../core/lint/lint.ts'
import { decodeLink } from '../../core/permalink/decode-link.ts'
import { decodeView } from '../../core/permalink/view-state.ts'
import { textInPng } from '../../core/picture/png-document.ts'
import { textInSvg } from '../../core/picture/svg-document.ts'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import { type ParseResult, parseDocument, parseDocumentText } from '../../core/topology/parse.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { browserEntrances } from './browser-entrances.ts'
import { type Entrance, expectThat } from './entrance.ts'
import { documents, documentText, foreignText, links, linkText } from './hostile.ts'
import { bytes, mutateJson, mutateText, pick } from './mutate.ts'

function checkRead(result: ParseResult): void {
  if (!result.ok) return expectThat(result.problems.length > 0, 'It was refused without a reason.')
  const text = serializeDocument(result.document)
  const again = parseDocumentText(text)
  expectThat(again.ok && serializeDocument(again.document) === text, 'It does not come back as it was.')
  expectThat(!('polluted' in {}), 'Every object has got a new property.')
}

/** Runs the command line in this process, with what it prints kept back. */
async function runCommand(args: readonly string[]): Promise<void> {
  const writes = [process.stdout.write, process.stderr.write] as const
  let said = ''
  const keep = (text: string | Uint8Array) => {
    said += String(text)
    return true
  }
  process.stdout.write = keep as typeof process.stdout.write
  process.stderr.write = keep as typeof process.stderr.write
  let code: number
  try {
    code = await commandLine(args)
  } finally {
    ;[process.stdout.write, process.stderr.write] = writes
  }
  expectThat([0, 1, 2].includes(code), `It ended with ${code}.`)
  expectThat(!said.includes('This is a mistake in Floatpath'), said.slice(-500))
}

interface CommandRun {
  readonly args: readonly string[]
  readonly text: string
}

/** Every place where something from outside comes in. */
export const entrances: readonly Entrance[] = [
  {
    id: 'link',
    about: 'the text of a link, and the view that rides along in it',
    cases: 200_000,
    make: linkText,
    enter(input) {
      checkRead(decodeLink(input as string))
      decodeView(input as string)
    },
  },
  {
    id: 'json',
    about: 'the text of a document, from a file or from storage',
    cases: 200_000,
    make: documentText,
    enter: (input) => checkRead(parseDocumentText(input as string)),
  },
  {
    id: 'diagram',
    about: 'a document that can be read, linted and followed',
    cases: 20_000,
    make: (random) => JSON.stringify(mutateJson(random, pick(random, documents), 0.005)),
    enter(input) {
      const result = parseDocumentText(input as string)
      if (!result.ok) return
      const broken = lint(result.document).find(({ rule }) => rule === 'lint-rule-failed')
      expectThat(broken === undefined, `A lint rule failed: ${broken?.message}`)
      for (const flow of intendedFlows(result.document).slice(0, 20)) simulate(result.document, flow)
    },
  },
  {
    id: 'import',
    about: 'templates and other formats that the import reads',
    cases: 20_000,
    make: foreignText,
    enter(input) {
      const pieces = readPieces([{ name: 'pasted', text: input as string }])
      if (!pieces.ok) return expectThat(pieces.problems.length > 0, 'It was refused without a reason.')
      const [first] = documents
      const { document } = combine(pieces.pieces, pieces.diagram ?? first)
      checkRead(parseDocument(document))
    },
  },
  {
    id: 'picture',
    about: 'pictures that may hold a diagram',
    cases: 20_000,
    make: (random) => [
      mutateText(random, `<svg><metadata id="floatpath-document">{}</metadata></svg>`),
      bytes(random, 800),
    ],
    enter(input) {
      const [svg, png] = input as [string, Uint8Array]
      textInSvg(svg)
      textInPng(png)
    },
  },
  ...browserEntrances,
  {
    id: 'command',
    about: 'files and arguments of the command line',
    cases: 2_000,
    make(random): CommandRun {
      const text = random() < 0.5 ? documentText(random) : foreignText(random)
      const runs: readonly (readonly string[])[] = [
        ['check', '%'],
        ['check', '%', '--format', pick(random, ['json', 'sarif', 'markdown', mutateText(random, 'text')])],
        ['trace', '%', '--json'],
        [
          'trace',
          '%',
          '--flow',
          mutateText(random, '{"kind":"inbound","from":"a","to":"10.0.0.100","port":443,"protocol":"Tcp"}'),
        ],
        ['export', '%', '--to', pick(random, exporters).id],
        ['import', '%', '--set', mutateText(random, 'name=value')],
        ['link', '%'],
        ['open', mutateText(random, `#${pick(random, links)}`)],
        ['diff', '%', `#${pick(random, links)}`],
        [mutateText(random, 'check'), '%'],
      ]
      return { args: pick(random, runs), text }
    },
    async enter(input) {
      const { args, text } = input as CommandRun
      const folder = mkdtempSync(path.join(tmpdir(), 'floatpath-fuzz-'))
      try {
        const file = path.join(folder, 'input.json')
        writeFileSync(file, text)
        await runCommand(args.map((arg) => (arg === '%' ? file : arg)))
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  },
]
