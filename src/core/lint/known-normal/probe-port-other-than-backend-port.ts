import { linuxPair } from '../examples/documents.ts'

/** The probe asks a health page on a port of its own. */
export const probePortOtherThanBackendPort = linuxPair
