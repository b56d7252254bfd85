import { type Box, obstacles, type Size } from '../edit/geometry.ts'
import type { TopologyModel } from '../topology/model.ts'
import type { SyntheticClient } from './connections.ts'

const gap = 32

/** Puts the stand-ins for clients left of the load balancer that they call, in the middle of its frontends. */
export function placeSynthetic(
  model: TopologyModel,
  clients: readonly SyntheticClient[],
  boxes: Map<string, Box>,
  sizeOf: (id: string) => Size,
): void {
  if (clients.length === 0) return
  const taken = obstacles(model.all('client').flatMap(({ id }) => boxes.get(id) ?? []))
  for (const { id, frontends } of clients) {
    const size = sizeOf(id)
    const called = frontends.flatMap((frontend) => boxes.get(frontend) ?? [])
    const first = model.find('frontendIPConfiguration', frontends[0])
    const frame = boxes.get(first?.loadBalancer ?? '') ?? called[0]
    if (!frame || called.length === 0) continue
    const middle = called.reduce((sum, box) => sum + box.y + 48, 0) / called.length
    const wanted = { x: frame.x - size.width - gap, y: middle - size.height / 2 }
    const box = { ...taken.freePoint(wanted, size, 8), ...size }
    taken.add(box)
    boxes.set(id, box)
  }
}
