import { documentOf, internalFrontend } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const standard = documentOf(
  '201 frontends',
  linuxPair.resources,
  ...Array.from({ length: 200 }, (_, index) =>
    internalFrontend(`site${index + 2}`, `10.0.${index < 100 ? 1 : 2}.${100 + (index % 100)}`),
  ),
  {
    'subnet/snet': { name: 'snet', virtualNetwork: 'virtualNetwork/vnet', addressPrefix: '10.0.0.0/22' },
  },
)

export const limitExceeded: Example = {
  before: changed(standard, ['loadBalancer/lb', 'sku', 'Basic']),
  after: standard,
  change: 'The load balancer is a Standard one, which may have 600 frontends; a Basic one may have 200.',
}
