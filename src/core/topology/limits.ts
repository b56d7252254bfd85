/** How much input Floatpath accepts. Everything that comes from outside is measured against this table. */
export const limits = {
  /** Characters of a document given as text, and of an autosaved one. */
  documentCharacters: 8 * 1024 * 1024,
  /** Bytes of a file that somebody opens. */
  fileBytes: 32 * 1024 * 1024,
  /** Characters of a link after `#`. */
  linkCharacters: 64_000,
  /** Bytes to which a link may inflate. */
  linkInflatedBytes: 2 * 1024 * 1024,
  /** Objects and arrays inside each other. */
  nesting: 64,
  /** Entries of `resources`. */
  resources: 20_000,
  /** Flows that a diagram is followed for without being asked. Beyond them further clients of a rule are left out. */
  intendedFlows: 20_000,
  /** Pairs of a rule and a member that are checked. Beyond them further members of a rule are left out. */
  checkedPairs: 100_000,
  /** Pixels on the canvas: how far from its middle a thing may stand, and how large it may be. */
  layout: { coordinate: 1e6, extent: 1e5 },
} as const
