/** Where an expression stands: the loops around it and the arguments of a lambda or a template's own function. */
export interface Place {
  readonly loops: { readonly [name: string]: number }
  readonly loop?: string
  readonly locals: { readonly [name: string]: unknown }
}

export const nowhere: Place = { loops: {}, locals: {} }

/** A place inside one more loop. */
export function inLoop(place: Place, name: string, index: number): Place {
  const loop = name.toLowerCase()
  return { ...place, loop, loops: { ...place.loops, [loop]: index } }
}
