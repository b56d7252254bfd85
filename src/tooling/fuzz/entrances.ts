import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { main as commandLine } from '../../cli/main.ts'
import { exporters } from '../../core/export/index.ts'
import { readPieces } from '../../core/import/read-pieces.ts'
import { lint } from '../../core/lint/lint.ts'
import { toBase64url } from '../../core/permalink/base64url.ts'
import { decodeLink } from '../../core/permalink/decode-link.ts'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import { seal } from '../../core/permalink/envelope.ts'
import { decodeView, encodeView } from '../../core/permalink/view-state.ts'
import { textInPng } from '../../core/picture/png-document.ts'
import { textInSvg } from '../../core/picture/svg-document.ts'
import { scenarios } from '../../core/scenarios/index.ts'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import { emptyDocument } from '../../core/topology/document.ts'
import { type ParseResult, parseDocumentText } from '../../core/topology/parse.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { readSources } from '../../ui/importing/read-sources.ts'
import { readPreferences } from '../../ui/saving/preferences.ts'
import { type Entrance, expectThat } from './entrance.ts'
import { below, bytes, mutateJson, mutateText, pick, type Random } from './mutate.ts'

const documents = scenarios.map(({ document }) => document)
const links = documents.flatMap((document) => {
  const link = encodeLink(document)
  const view = encodeView({ step: 3, theme: 'dark', view: { x: 1, y: 2, zoom: 1 } })
  return link.ok ? [link.fragment, link.fragment + view] : []
})
/** What the exporters write that the import reads. */
const importable = documents.flatMap((document) =>
  exporters
    .filter(({ id }) => id === 'arm' || id === 'terraform' || id === 'svg')
    .flatMap((exporter) => exporter.export(document).files.map(({ text }) => text)),
)

const documentText = (random: Random): string => {
  const document = pick(random, documents)
  const kind = random()
  if (kind < 0.5) return JSON.stringify(mutateJson(random, document))
  if (kind < 0.9) return mutateText(random, serializeDocument(document))
  if (kind < 0.95) return '['.repeat(below(random, 50_000)) + ']'.repeat(below(random, 50_000))
  return String.fromCharCode(...bytes(random, 500))
}

const foreignText = (random: Random): string => {
  const text = pick(random, importable)
  if (random() < 0.6) return mutateText(random, text)
  try {
    return JSON.stringify(mutateJson(random, JSON.parse(text)))
  } catch {
    return mutateText(random, text)
  }
}

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
    most: 100,
    make(random) {
      const kind = random()
      if (kind < 0.5) return mutateText(random, `https://example.org/#${pick(random, links)}`)
      if (kind < 0.9) return `#${seal(toBase64url(bytes(random, 400)))}`
      return `#1.${toBase64url(bytes(random, 400))}`
    },
    enter(input) {
      checkRead(decodeLink(input as string))
      decodeView(input as string)
    },
  },
  {
    id: 'json',
    about: 'the text of a document, from a file or from storage',
    cases: 200_000,
    most: 100,
    make: documentText,
    enter: (input) => checkRead(parseDocumentText(input as string)),
  },
  {
    id: 'diagram',
    about: 'a document that can be read, linted and followed',
    cases: 20_000,
    most: 400,
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
    most: 400,
    make: foreignText,
    enter(input) {
      const pieces = readPieces([{ name: 'pasted', text: input as string }])
      if (!pieces.ok) expectThat(pieces.problems.length > 0, 'It was refused without a reason.')
    },
  },
  {
    id: 'file',
    about: 'files and pasted text, by the code of the browser',
    cases: 20_000,
    most: 400,
    make(random) {
      const kind = random()
      if (kind < 0.3) return new File([bytes(random, 2_000)], 'a.bin')
      if (kind < 0.6) return new File([foreignText(random)], 'a.json')
      if (kind < 0.8) return { name: 'pasted', text: documentText(random) }
      const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...bytes(random, 400)]
      return new File([Uint8Array.from(png)], 'a.png')
    },
    async enter(input) {
      const sources = [input as File]
      const reading = await readSources({ sources, parameters: {}, current: emptyDocument() })
      if (!reading.ok) expectThat(reading.problems.length > 0, 'It was refused without a reason.')
    },
  },
  {
    id: 'picture',
    about: 'pictures that may hold a diagram',
    cases: 20_000,
    most: 100,
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
  {
    id: 'preferences',
    about: 'what storage holds besides diagrams',
    cases: 20_000,
    most: 100,
    make: (random) => mutateText(random, '{"theme":"dark","singleKeyShortcuts":false,"bottomHeight":252}'),
    enter(input) {
      const { theme, bottomHeight } = readPreferences(input as string)
      expectThat(['system', 'light', 'dark'].includes(theme), 'It is a theme that there is not.')
      expectThat(bottomHeight > 0, 'It is no height.')
    },
  },
  {
    id: 'command',
    about: 'files and arguments of the command line',
    cases: 2_000,
    most: 1_000,
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
