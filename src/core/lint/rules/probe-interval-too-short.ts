import type { Resource } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

const shortestInterval = 5

type Probe = Resource<'probe'>

const isTooShort = ({ intervalInSeconds }: Probe) =>
  intervalInSeconds !== undefined && intervalInSeconds < shortestInterval

/** `numberOfProbes` where `probeThreshold` should stand. Where both stand, the threshold counts. */
export const countsByIgnoredField = ({ numberOfProbes, probeThreshold, unresolved }: Probe): boolean =>
  numberOfProbes !== undefined && probeThreshold === undefined && unresolved?.probeThreshold === undefined

/** A probe that reacts at another pace than its fields say. */
export const probeIntervalTooShort: LintRule = {
  id: 'probe-interval-too-short',
  severity: 'warning',
  class: 'advice',
  title: 'A probe does not react at the pace that its fields say',
  why: 'Azure probes every 5 seconds at most and ignores numberOfProbes. A member that dies gets new connections for longer than the fields of the probe suggest, or is taken out sooner.',
  fix: 'Use an interval of 5 seconds or more, and say in probeThreshold how many probes may fail.',
  sources: ['probe-interval-at-least-five-seconds', 'number-of-probes-is-ignored'],
  check({ model }, report) {
    for (const probe of model.all('probe')) {
      const { id, name, intervalInSeconds, numberOfProbes } = probe
      const short = isTooShort(probe)
      const ignored = countsByIgnoredField(probe)
      if (!short && !ignored) continue
      const sentences = [
        ...(short
          ? [
              `${name} probes every ${intervalInSeconds} seconds, but ${shortestInterval} is the shortest interval.`,
            ]
          : []),
        ...(ignored
          ? [
              `${name} sets the number of probes to ${numberOfProbes}, which Azure ignores; it has no probe threshold.`,
            ]
          : []),
      ]
      report({
        resource: id,
        path: short ? 'intervalInSeconds' : 'numberOfProbes',
        message: sentences.join(' '),
        fixes: () =>
          fixOf(
            model,
            short ? `Probe every ${shortestInterval} seconds` : 'Use a probe threshold',
            (draft) => {
              if (short) draft.set(id, 'intervalInSeconds', shortestInterval)
              if (!ignored) return
              draft.set(id, 'probeThreshold', numberOfProbes)
              draft.set(id, 'numberOfProbes', undefined)
            },
          ),
      })
    }
  },
}
