import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const https = changed(linuxPair, ['probe/health', 'protocol', 'Https'], ['probe/health', 'requestPath', '/'])

export const httpsProbeOnBasic: Example = {
  before: changed(https, ['loadBalancer/lb', 'sku', 'Basic']),
  after: https,
  change: 'The load balancer is a Standard one, whose probes may use HTTPS.',
}
