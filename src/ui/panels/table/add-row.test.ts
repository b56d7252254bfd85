import { beforeEach, expect, it } from 'vitest'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { resolve } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { currentDocument, startWith } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { rowAdditions } from './add-row.ts'

beforeEach(() => {
  startWith(twoTlsSites)
  useSession.setState({ notices: [] })
})

it.each(Object.keys(resourceDefinitions) as ResourceType[])(
  'adds a row to the table of every type: %s',
  (type) => {
    const before = resolve(currentDocument()).all(type)
    const [addition] = rowAdditions(type, before.at(-1)?.id)
    addition?.run()
    expect(useSession.getState().notices).toEqual([])
    expect(resolve(currentDocument()).all(type)).toHaveLength(before.length + 1)
  },
)
