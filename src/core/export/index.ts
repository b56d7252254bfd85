import { arm } from './arm.ts'
import { azureCli } from './azure-cli/index.ts'
import { bicep } from './bicep.ts'
import { csv } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { guestCluster } from './guest-cluster/index.ts'
import { guestLinux } from './guest-linux/index.ts'
import { guestWindows } from './guest-windows/index.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { portal } from './portal/index.ts'
import { powershell } from './powershell/index.ts'
import { rest } from './rest.ts'
import { svg } from './svg/index.ts'
import { terraform } from './terraform/index.ts'

/** Every exporter, in the order in which lists show them. */
export const exporters: readonly Exporter[] = [
  json,
  arm,
  bicep,
  terraform,
  azureCli,
  powershell,
  rest,
  portal,
  guestLinux,
  guestWindows,
  guestCluster,
  svg,
  markdown,
  csv,
]
