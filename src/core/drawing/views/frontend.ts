import { isClusterAddress, type Resource } from '../../topology/model.ts'
import { addressView, chipsOf, problemsOf, problemWords, sentence, type ViewInput } from './common.ts'
import type { FrontendView } from './view.ts'

const kinds = { public: 'Public frontend IP', internal: 'Frontend IP' } as const

/** A frontend IP configuration with its public IP address. */
export function frontendView(input: ViewInput, frontend: Resource<'frontendIPConfiguration'>): FrontendView {
  const { model } = input
  const kind = model.frontendKind(frontend)
  const known = model.frontendAddress(frontend.id)
  const { problems } = problemsOf(input, [frontend.id, frontend.publicIPAddress])
  const base = addressView(input, known ?? frontend.id)
  return {
    name: frontend.name,
    address: known === undefined ? { ...base, text: kind === 'public' ? 'no address yet' : 'dynamic' } : base,
    kind: kind ? kinds[kind] : 'No subnet or public IP',
    cluster: isClusterAddress(frontend),
    chips: chipsOf(model, [frontend.publicIPAddress]),
    ...(problems ? { problems } : {}),
    label: sentence(
      `Frontend IP ${frontend.name}`,
      known ?? 'address not known',
      kind ?? 'no subnet or public IP address',
      problemWords(problems),
    ),
  }
}
