import { pathToFileURL } from 'node:url'
import { inProject, root } from '../project.mjs'

/** Bundles a TypeScript module of this folder and imports it. */
export async function importBundled(name) {
  const { build } = await import('vite')
  const outDir = inProject('.cache', 'bench', name)
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: inProject('src', 'tooling', 'bench', `${name}.ts`),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.js` } },
    },
  })
  return import(pathToFileURL(inProject('.cache', 'bench', name, `${name}.js`)).href)
}
