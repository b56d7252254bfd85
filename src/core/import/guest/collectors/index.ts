import { linuxCollector } from './linux.ts'
import { windowsCollector } from './windows.ts'

/** A script for each operating system that prints its network configuration in one paste. */
export const collectors = { linux: linuxCollector, windows: windowsCollector } as const
