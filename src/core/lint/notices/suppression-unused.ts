import type { FindingKind } from '../lint-rule.ts'

/** An acceptance without a finding. Reported where findings are parted from accepted ones, after every lint rule ran. */
export const suppressionUnused: FindingKind = {
  id: 'suppression-unused',
  severity: 'info',
  class: 'advice',
  title: 'An accepted finding is not found any more',
  why: 'The diagram still says that somebody accepted this finding. Nothing happens to packets, but should the mistake come back, it would be accepted without anybody looking.',
  fix: 'Forget the acceptance.',
  sources: ['acceptance-covers-later-findings'],
}
