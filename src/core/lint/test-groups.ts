import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { grouped } from './grouped.ts'
import { lint } from './lint.ts'

/** What is found, each as "rule resource", with what follows from it. Infos are left out. */
export const groupsOf = (document: TopologyDocument) =>
  grouped(
    lint(document).filter(({ severity }) => severity !== 'info'),
    resolve(document),
  ).map(({ cause, consequences }) => [
    `${cause.rule} ${cause.resource}`,
    ...new Set(consequences.map(({ rule }) => rule)),
  ])
