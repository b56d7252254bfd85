import { delivery } from './mutants/delivery.mjs'
import { flows } from './mutants/flows.mjs'
import { guest } from './mutants/guest.mjs'
import { summary } from './mutants/summary.mjs'

/** Decisions of the simulator, each with a way to get it wrong. `find` stands exactly once in its file under src/core. */
export const mutants = [...delivery, ...guest, ...flows, ...summary]
