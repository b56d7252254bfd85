import { exitCode } from './command.ts'
import { commands } from './commands/index.ts'
import { commandHelp, generalHelp } from './help.ts'
import { complain, print } from './output.ts'
import { Unusable } from './problem.ts'

const asksForHelp = (args: readonly string[]) => {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h')
}

/** A reader that has seen enough, such as `head`, is no mistake. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** Runs one command and returns its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv
  const command = commands.find((one) => one.name === name)
  if (!command) {
    if (name === 'help' || (name?.startsWith('-') && asksForHelp(argv))) {
      print(generalHelp())
      return exitCode.ok
    }
    const names = commands.map((one) => one.name).join(', ')
    complain(
      `floatpath: ${name === undefined ? 'no command' : `unknown command ${name}`}. Commands: ${names}`,
    )
    return exitCode.unusable
  }
  if (asksForHelp(args)) {
    print(commandHelp(command))
    return exitCode.ok
  }
  try {
    return await command.run(args)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    complain(`floatpath ${command.name}: ${message}`)
    if (!(error instanceof Unusable)) complain('This is a mistake in Floatpath, not in your input.')
    return exitCode.unusable
  }
}
