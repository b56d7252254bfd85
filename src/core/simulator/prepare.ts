import { intendedClients } from '../topology/intended-clients.ts'
import type { TopologyModel } from '../topology/model.ts'
import { addressIndex } from './address-index.ts'
import { positionOf } from './frontend-rules.ts'
import { routedFlows } from './intended/routes.ts'

const grouped: readonly ((model: TopologyModel) => unknown)[] = [
  (model) => model.rulesOfFrontend(''),
  (model) => model.natRulesOfFrontend(''),
  (model) => model.frontendsWithAddress(''),
  (model) => model.ipConfigurationsOf(''),
  (model) => model.interfacesOf(''),
  (model) => model.loopbacksOf(''),
  (model) => model.listenersOf(''),
  (model) => (model.all('inboundNatRule').length > 0 ? positionOf(model, '') : 0),
  addressIndex,
  routedFlows,
]

/** Makes the indexes that following a packet needs, one in each step: the first packet of a large diagram would wait for all. */
export function* prepare(model: TopologyModel): Generator<void, void> {
  for (const make of grouped) {
    make(model)
    yield
  }
  for (const frontend of model.all('frontendIPConfiguration')) {
    intendedClients(model, frontend)
    yield
  }
}
