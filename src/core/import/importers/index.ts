import type { Importer } from '../importer.ts'
import { arm } from './arm.ts'
import { azure } from './azure.ts'
import { guest } from './guest.ts'
import { health } from './health.ts'
import { terraform } from './terraform.ts'

/** Every format that can be read besides Floatpath's own, in the order in which they are tried. */
export const importers: readonly Importer[] = [arm, terraform, health, azure, guest]
