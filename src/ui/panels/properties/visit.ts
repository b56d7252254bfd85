let visits = 0

/** A number for one stay in a field: what is typed during it is one step for undo. */
export const nextVisit = (): number => ++visits
