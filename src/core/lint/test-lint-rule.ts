import { describe, expect, it } from 'vitest'
import { applyCommands } from '../edit/command.ts'
import type { TopologyDocument } from '../topology/document.ts'
import type { Diagnostic } from './diagnostic.ts'
import { lint, lintWith } from './lint.ts'
import type { LintRule } from './lint-rule.ts'

export { changed, without } from './examples/change.ts'

interface Expected extends Partial<Pick<Diagnostic, 'severity' | 'class' | 'path' | 'armCode' | 'message'>> {
  readonly resource: string
  /** Ids that must be among the related things. */
  readonly related?: readonly string[]
  /** How many repairs it offers. */
  readonly fixes?: number
}

interface Table {
  readonly valid: { readonly [name: string]: TopologyDocument }
  readonly invalid: {
    readonly [name: string]: { readonly document: TopologyDocument; readonly finds: readonly Expected[] }
  }
}

const errorsOf = (document: TopologyDocument) =>
  lint(document)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, resource }) => `${rule} at ${resource}`)

/** Every repair takes its thing out of the finding, or the finding away, and brings no new error. */
function tryFixes(lintRule: LintRule, document: TopologyDocument): void {
  const before = errorsOf(document)
  for (const found of lintWith([lintRule], document)) {
    for (const { label, thing, commands } of found.fixes) {
      const after = applyCommands(document, commands)
      expect(after, `“${label}” changes nothing`).not.toBe(document)
      const left = lintWith([lintRule], after).find(({ resource }) => resource === found.resource)
      if (thing === undefined) expect(left, `“${label}” leaves the finding`).toBeUndefined()
      else {
        expect(found.related, `“${label}” is for something unrelated`).toContain(thing)
        expect(left?.related ?? [], `“${label}” leaves ${thing} in the finding`).not.toContain(thing)
      }
      expect(
        errorsOf(after).filter((error) => !before.includes(error)),
        `“${label}” brings errors`,
      ).toEqual([])
    }
  }
}

/** Tests a lint rule by a table: what it accepts, what it finds, and that its repairs work. */
export function testLintRule(lintRule: LintRule, { valid, invalid }: Table): void {
  describe(lintRule.id, () => {
    it.each(Object.entries(valid))('accepts: %s', (_name, document) => {
      expect(lintWith([lintRule], document)).toEqual([])
    })

    it.each(Object.entries(invalid))('finds: %s', (_name, { document, finds }) => {
      const found = lintWith([lintRule], document)
      expect(found.map(({ resource }) => resource)).toEqual(finds.map(({ resource }) => resource))
      for (const [index, { related = [], fixes, ...expected }] of finds.entries()) {
        expect(found[index]).toMatchObject(expected)
        expect(found[index]?.related).toEqual(expect.arrayContaining([...related]))
        const { armCode } = found[index] ?? {}
        if (armCode !== undefined)
          expect(lintRule.armCodes, 'armCodes lists what is reported').toContain(armCode)
        if (fixes !== undefined) expect(found[index]?.fixes.map(({ label }) => label)).toHaveLength(fixes)
      }
      tryFixes(lintRule, document)
    })
  })
}
