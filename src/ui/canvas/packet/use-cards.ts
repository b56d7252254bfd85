import { useMemo } from 'react'
import type { useStoreApi } from 'reactflow'
import type { Box, Point, Size } from '../../../core/edit/geometry.ts'
import type { Trace } from '../../../core/simulator/trace.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { type CardSide, cardPlaces } from './card-place.ts'
import { cardSize } from './card-size.ts'
import type { Journey } from './journey.ts'
import { pointAt } from './rail.ts'

/** A packet on the diagram: its trace, its way, and which hop it is at in each step. */
export interface Shown {
  readonly trace: Trace
  readonly journey: Journey
  readonly hops: readonly number[]
  /** Where two are shown together: what tells this one, and on which side it keeps. */
  readonly twin?: { readonly caption: string; readonly side: Exclude<CardSide, 'any'> }
}

/** The card of a packet: how large it is now, and in each step how far the packet has come and where the card stands. */
export interface Card {
  readonly size: Size
  readonly distances: readonly number[]
  readonly places: readonly Point[]
}

type Store = ReturnType<typeof useStoreApi>

/** The part of the canvas that is visible. */
function viewOf(store: Store): Box {
  const { transform, width, height } = store.getState()
  const [x, y, zoom] = transform
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
}

/** The cards of the packets that are shown: the second one keeps clear of the first. */
export function useCards(
  shown: readonly Shown[],
  step: number,
  boxes: readonly Box[],
  store: Store,
  model: TopologyModel,
): readonly Card[] {
  const sizes = shown.map(({ trace, hops, twin }) =>
    cardSize(model, trace, hops[step] ?? trace.hops.length - 1, twin?.caption),
  )
  // Places are looked for when a size changes, not in each step.
  const key = JSON.stringify(sizes)
  return useMemo(() => {
    let beside: readonly Box[] = []
    return (JSON.parse(key) as readonly Size[]).flatMap((size, index): Card[] => {
      const one = shown[index]
      if (!one) return []
      const { journey, hops, twin } = one
      const distances = hops.map((hop) => journey.stops[hop]?.distance ?? 0)
      const points = distances.map((distance) => pointAt(journey.rail, distance))
      const places = cardPlaces(points, size, boxes, viewOf(store), twin?.side, beside)
      beside = places.map((place) => ({ ...place, ...size }))
      return [{ size, distances, places }]
    })
  }, [shown, key, boxes, store])
}
