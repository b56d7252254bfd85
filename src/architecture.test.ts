import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = fileURLToPath(new URL('.', import.meta.url))

interface Layer {
  /** Folders of `src` that it may import besides itself. */
  readonly layers: readonly string[]
  /** Folders of `src` from which it may import types only. */
  readonly types?: readonly string[]
  /** Packages and package paths it may import; `node:` stands for all of Node's modules. */
  readonly packages: readonly string[]
}

const react = ['react', 'react-dom', 'radix-ui', 'lucide-react', 'zustand']

/** Who may import what. A file belongs to the longest key that begins its path. */
const table: Record<string, Layer> = {
  'core/topology': { layers: [], packages: ['zod/mini'] },
  // Sentences with their sources: data that linter and simulator both cite without knowing each other.
  'core/facts': { layers: [], packages: [] },
  'core/edit': { layers: ['core/topology'], packages: [] },
  'core/lint': { layers: ['core/topology', 'core/edit', 'core/facts'], packages: [] },
  // Small documents for the pages of the lint rules, made with the scenarios' builder.
  'core/lint/examples': { layers: ['core/topology', 'core/edit', 'core/scenarios'], packages: [] },
  // Documents that only tests read, made with the same builder.
  'core/lint/known-normal': {
    layers: ['core/topology', 'core/lint/examples', 'core/scenarios'],
    packages: [],
  },
  // Nodes and lines with what they show, for the canvas and for pictures.
  'core/drawing': {
    layers: ['core/topology', 'core/edit', 'core/simulator'],
    types: ['core/lint'],
    packages: [],
  },
  'core/simulator': { layers: ['core/topology', 'core/facts'], packages: [] },
  'core/scenarios': { layers: ['core/topology'], types: ['core/simulator'], packages: [] },
  // The document inside pictures.
  'core/picture': { layers: [], packages: [] },
  // Reports and pictures say what becomes of the packets.
  'core/export': {
    layers: ['core/picture', 'core/topology', 'core/edit', 'core/simulator', 'core/drawing'],
    packages: [],
  },
  'core/import': { layers: ['core/topology'], packages: [] },
  'core/diff': { layers: ['core/topology', 'core/simulator'], packages: [] },
  'core/permalink': { layers: ['core/topology'], types: ['core/simulator'], packages: ['fflate'] },
  // `sarif`: types only.
  cli: { layers: ['core'], packages: ['node:', 'sarif'] },
  'ui/canvas': { layers: ['core', 'ui'], packages: [...react, 'reactflow', '@dagrejs/dagre'] },
  'ui/finder': { layers: ['core', 'ui'], packages: [...react, 'cmdk'] },
  ui: { layers: ['core', 'ui'], packages: [...react, '@dagrejs/dagre'] },
  // The code view's editor.
  'ui/panels/code': { layers: ['core', 'ui'], packages: [...react, '@codemirror', '@lezer/highlight'] },
  // A link as a QR code.
  'ui/permalink/qr-code.ts': { layers: ['core', 'ui'], packages: ['uqr'] },
  // The diagrams kept in this browser.
  'ui/saving/library': { layers: ['core', 'ui'], packages: ['idb'] },
  // The page's fonts inside a picture.
  'ui/shell/png.ts': {
    layers: ['core', 'ui'],
    packages: ['@fontsource-variable/inter', '@fontsource-variable/jetbrains-mono'],
  },
  // Several exported files as one archive.
  'ui/shell/zip.ts': { layers: ['core', 'ui'], packages: ['fflate'] },
  'main.tsx': {
    layers: ['ui'],
    packages: [
      'react',
      'react-dom',
      'reactflow/dist/base.css',
      'reactflow/dist/style.css',
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
    ],
  },
  // The scripts behind `npm start` and `npm test` are no part of the product and nobody imports them.
  'tooling/bench': {
    layers: ['core', 'tooling'],
    packages: ['node:', 'vite', '@vitejs/plugin-react', 'fflate', 'lz-string', '@playwright/test'],
  },
  'tooling/bench/bare': { layers: [], packages: ['react', 'react-dom', 'reactflow'] },
  'tooling/kernel': { layers: ['core', 'tooling'], packages: ['node:', 'vite'] },
  // Sends hostile things through every entrance, those of the page and of the command line, too.
  'tooling/fuzz': { layers: ['core', 'cli', 'ui', 'tooling'], packages: ['node:', 'vite', 'fake-indexeddb'] },
  'tooling/corpus': { layers: ['core', 'tooling'], packages: ['node:', 'vite'] },
  tooling: { layers: ['tooling/kernel'], packages: ['node:', 'vite', '@playwright/test'] },
}

const isUnder = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`)

function layerOf(file: string): string | undefined {
  return Object.keys(table)
    .filter((key) => isUnder(file, key))
    .sort((a, b) => b.length - a.length)[0]
}

interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
}

/** What a module imports, read from its text: statements at the start of a line, and `import('…')`. */
function importsOf(text: string): Import[] {
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[\w*\s{},$]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm,
  )
  const calls = text.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g)
  return [
    ...[...statements].map(([, type, specifier]) => ({
      specifier: specifier ?? '',
      typeOnly: Boolean(type),
    })),
    ...[...calls].map(([, specifier]) => ({ specifier: specifier ?? '', typeOnly: false })),
  ]
}

/** Says what is wrong with one import of one file, both relative to `src`; undefined where it may stand. */
function problemWith(file: string, { specifier, typeOnly }: Import): string | undefined {
  const own = layerOf(file)
  const layer = own === undefined ? undefined : table[own]
  if (!own || !layer) return `${file} is in no known layer`
  const name = specifier.replace(/\?.*$/, '')
  if (!name.startsWith('.')) {
    const allowed = layer.packages.some((known) =>
      known.endsWith(':') ? name.startsWith(known) : isUnder(name, known),
    )
    return allowed ? undefined : `${file} may not import ${name}`
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
  const reachable = [own, ...layer.layers, ...(typeOnly ? (layer.types ?? []) : [])]
  return reachable.some((folder) => isUnder(target, folder)) ? undefined : `${file} may not import ${target}`
}

const isTest = (file: string) => /\.test\.tsx?$|(^|\/)test-[^/]*$/.test(file)
const isCode = (file: string) => /\.(ts|tsx|mjs)$/.test(file)

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !file.includes('node_modules/') && statSync(path.join(source, file)).isFile())
const code = files.filter((file) => isCode(file) && !isTest(file))

describe('the import table', () => {
  it('covers every folder and file of src', () => {
    const known = /^(architecture\.test\.ts|[\w.-]*tsconfig[\w.-]*\.json|(core|cli|ui)\/tsconfig\.json)$/
    const unknown = files.filter((file) => layerOf(file) === undefined && !known.test(file) && !isTest(file))
    expect(unknown).toEqual([])
  })

  it('holds for every import', () => {
    const problems = code.flatMap((file) =>
      importsOf(readFileSync(path.join(source, file), 'utf8'))
        .map((found) => problemWith(file, found))
        .filter((problem) => problem !== undefined),
    )
    expect(problems).toEqual([])
  })

  it('keeps the clock and chance out of core', () => {
    const impure = /\bMath\.random\b|\bDate\.now\b|\bnew Date\b|\bperformance\.now\b|\bcrypto\./
    const found = code.filter(
      (file) => isUnder(file, 'core') && impure.test(readFileSync(path.join(source, file), 'utf8')),
    )
    expect(found).toEqual([])
  })
})

describe('the import test itself', () => {
  it('finds imports however they are written', () => {
    const text = `
import './a.css'
import type { B } from './b.ts'
import c, {
  type D,
} from '../c.ts'
export * from './e.ts'
export { f } from "f"
const g = import('./g.ts')
 * import { not } from 'a comment'
`
    expect(importsOf(text)).toEqual([
      { specifier: './a.css', typeOnly: false },
      { specifier: './b.ts', typeOnly: true },
      { specifier: '../c.ts', typeOnly: false },
      { specifier: './e.ts', typeOnly: false },
      { specifier: 'f', typeOnly: false },
      { specifier: './g.ts', typeOnly: false },
    ])
  })

  const value = false
  const typeOnly = true
  it.each([
    ['core/lint/rules/a.ts', '../../simulator/trace.ts', typeOnly],
    ['core/simulator/walk.ts', '../lint/lint.ts', value],
    ['core/topology/model.ts', '../edit/command.ts', value],
    ['core/topology/parse.ts', 'zod', value],
    ['core/lint/lint.ts', 'zod/mini', value],
    ['core/export/json.ts', 'fflate', value],
    ['core/permalink/link.ts', 'node:zlib', value],
    ['core/scenarios/basic.ts', '../simulator/simulate.ts', value],
    ['core/topology/model.ts', '../../ui/store/document.ts', typeOnly],
    ['cli/main.ts', '../ui/App.tsx', value],
    ['cli/main.ts', 'react', value],
    ['ui/App.tsx', '../cli/main.ts', value],
    ['ui/panels/TracePanel.tsx', 'reactflow', value],
    ['ui/App.tsx', 'left-pad', value],
    ['main.tsx', 'reactflow', value],
    ['helpers/a.ts', './b.ts', value],
  ])('refuses %s → %s', (file, specifier, typeOnly) => {
    expect(problemWith(file, { specifier, typeOnly })).toBeDefined()
  })

  it.each([
    ['core/lint/rules/a.ts', '../../edit/command.ts', value],
    ['core/scenarios/basic.ts', '../simulator/trace.ts', typeOnly],
    ['core/permalink/link.ts', 'fflate', value],
    ['core/topology/parse.ts', 'zod/mini', value],
    ['cli/main.ts', 'node:fs', value],
    ['ui/canvas/Canvas.tsx', 'reactflow', value],
    ['ui/panels/TracePanel.tsx', '../../core/simulator/simulate.ts', value],
    ['main.tsx', 'reactflow/dist/style.css', value],
  ])('allows %s → %s', (file, specifier, typeOnly) => {
    expect(problemWith(file, { specifier, typeOnly })).toBeUndefined()
  })
})
