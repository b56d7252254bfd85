import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../../scenarios/index.ts'
import { exporters } from '../index.ts'

const isInstalled = spawnSync('shellcheck', ['--version']).status === 0

const guests = exporters.filter(({ id, languages }) => id.startsWith('guest-') && languages.includes('shell'))

describe.skipIf(!isInstalled)('shellcheck', () => {
  it('refuses a script with a mistake', () => {
    expect(spawnSync('shellcheck', ['-'], { input: '#!/bin/sh\necho $1\n' }).status).toBe(1)
  })

  it.each(guests.map((one) => [one.id, one] as const))(
    'finds nothing in the scripts of %s',
    (_id, exporter) => {
      for (const { id: scenario, document } of scenarios) {
        for (const { name, language, text } of exporter.export(document).files) {
          if (language !== 'shell') continue
          const { status, stdout } = spawnSync('shellcheck', ['-'], { input: text, encoding: 'utf8' })
          expect(status, `${scenario} ${name}: ${stdout}`).toBe(0)
        }
      }
    },
    60_000,
  )
})
