import { perList } from './per-list.ts'

/** Whether some member is a secondary IP configuration. */
export const haveSecondary = perList((_model, members) =>
  members.some(({ ipConfiguration }) => ipConfiguration?.primary === false),
)
