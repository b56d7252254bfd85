import { emptyDocument } from '../../topology/document.ts'
import { ruleParameter } from '../health/match-health.ts'
import { healthIn, readHealth } from '../health/read-health.ts'
import type { Importer } from '../importer.ts'
import { valueAt } from '../keys.ts'

/** What Azure answers when it is asked for the health of a load-balancing rule, once or of several rules. */
export const health: Importer = {
  id: 'health',
  title: 'Health of load-balancing rules',
  recognise(value, text) {
    const answers = value === undefined ? readHealth(text) : healthIn(value)
    if (answers.length === 0) return undefined
    return ({ parameters = {} }) => {
      const rule = valueAt(parameters, ruleParameter)
      const named = typeof rule === 'string' && rule !== '' ? { rule } : {}
      return {
        document: emptyDocument(),
        notes: [],
        parameters: [],
        next: [],
        wholePools: [],
        takes: [ruleParameter],
        health: answers.map((answer) => ({ ...named, ...answer })),
      }
    }
  },
}
