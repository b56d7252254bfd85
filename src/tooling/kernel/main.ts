import { resolve } from '../../core/topology/model.ts'
import { type Case, generatedCases, scenarioCases } from './documents.ts'
import { checkScripts, scriptLines } from './guest-script.ts'
import { startLab } from './lab.ts'
import { agrees, reportLines } from './report.ts'
import { checkGuests, subjectsOf } from './run.ts'

/** How many guests to generate, and from which seed on. */
export interface Options {
  /** Where the agent is. */
  readonly folder: string
  readonly generated: number
  readonly seed: number
}

/** How many generated guests run their exported scripts beside those of the scenarios. */
const scriptedGuests = 60

function otherGuests(cases: readonly Case[]): Record<string, number> {
  const machines = cases.flatMap(({ document }) => resolve(document).all('virtualMachine'))
  const windows = machines.filter(({ guest }) => guest?.os === 'windows').length
  const unknown = machines.filter(({ guest }) => guest === undefined).length
  return {
    ...(windows > 0 ? { 'guests with Windows: its weak host switches are not Linux’s': windows } : {}),
    ...(unknown > 0 ? { 'guests of which the document says nothing': unknown } : {}),
  }
}

/** Checks every guest on this kernel and prints how it agrees with the simulator; false where it does not. */
export async function main({ folder, generated, seed }: Options): Promise<boolean> {
  const scenarios = scenarioCases()
  const ofScenarios = scenarios.flatMap(subjectsOf)
  const subjects = [...ofScenarios, ...generatedCases(generated, seed).flatMap(subjectsOf)]
  const labs = await Promise.all([1, 2, 3].map(() => startLab(folder)))
  try {
    const reports = await checkGuests(labs, subjects)
    const scope = { scenarioGuests: ofScenarios.length, generated, seed, otherGuests: otherGuests(scenarios) }
    for (const line of reportLines(reports, scope)) console.log(line)
    const scripted = subjects.slice(0, ofScenarios.length + scriptedGuests)
    const scripts = await checkScripts(labs, scripted)
    for (const line of scriptLines(scripts, { tried: scripted.length, all: subjects.length }))
      console.log(line)
    return agrees(reports) && scripts.every(({ problems }) => problems.length === 0)
  } finally {
    for (const lab of labs) lab.end()
  }
}
