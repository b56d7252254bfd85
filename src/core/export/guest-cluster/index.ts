import type { Exporter } from '../exporter.ts'
import { clusterPlan } from './cluster-plan.ts'
import { pacemakerScript } from './pacemaker.ts'
import { wsfcScript } from './wsfc.ts'

/** Addresses that exactly one guest holds at a time: for the cluster that moves them, never for a loopback adapter. */
export const guestCluster: Exporter = {
  id: 'guest-cluster',
  title: 'Cluster addresses',
  about: 'Address and probe resources of a Windows failover cluster or of Pacemaker, with checks and undo.',
  languages: ['powershell', 'shell'],
  reads: [],
  export: (document) => {
    const windows = clusterPlan(document, 'windows')
    const linux = clusterPlan(document, 'linux')
    return {
      files: [
        ...(windows.resources.length > 0
          ? [wsfcScript(windows.resources).file('wsfc.ps1', 'powershell')]
          : []),
        ...(linux.resources.length > 0
          ? [pacemakerScript(linux.resources).file('pacemaker.sh', 'shell')]
          : []),
      ],
      notes: [...new Set([...windows.notes, ...linux.notes])],
    }
  },
}
