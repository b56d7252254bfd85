import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whatever the current folder is. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A path inside the project. */
export const inProject = (...parts) => path.join(root, ...parts)

/** Whether a module is the program that was started, and not imported by another one. */
export const isProgram = (moduleUrl) =>
  process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl)

/** Progress goes to stderr: stdout belongs to the command that was asked for. */
export const say = (text) => process.stderr.write(`${text}\n`)
