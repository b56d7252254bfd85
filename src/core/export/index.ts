import type { Exporter } from './exporter.ts'
import { json } from './json.ts'

/** Every exporter, in the order in which lists show them. */
export const exporters: readonly Exporter[] = [json]
