import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** Runs the comparison inside namespaces of its own; `--guests` and `--seed` change what is generated. */

const folder = fileURLToPath(new URL('.', import.meta.url))
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const { module } = await runnerImport(`${folder}main.ts`, { configFile: false, logLevel: 'error' })
const agrees = await module.main({ folder, generated: option('guests', 300), seed: option('seed', 1) })
process.exit(agrees ? 0 : 1)
