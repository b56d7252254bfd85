import { limits } from '../topology/limits.ts'

/** Texts that tools print and that say too little, or that are sources, and what to do instead. */
const texts: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /^[ \t]*(resource[ \t]+"azurerm_\w+"[ \t]+"[\w-]+"|terraform|provider[ \t]+"azurerm")[ \t]*\{/m,
    'This is Terraform code. Plan it and import the result: terraform plan -out plan, then terraform show -json plan',
  ],
  [
    /^\{"@level":"[^\n]{0,2000}"@message":/m,
    'This is the log of Terraform. Keep the plan and import it: terraform plan -out plan, then terraform show -json plan',
  ],
  [
    /^[ \t]*# azurerm_\w+\.[\w-]+(\[[^\]\n]{1,99}\])? (will|must) be |^Terraform will perform the following actions/m,
    'This is a plan of Terraform for reading. Import it as JSON: terraform plan -out plan, then terraform show -json plan',
  ],
  [
    /^[ \t]*using[ \t]+'/m,
    'These are parameters of Bicep. Compile them and import the result: az bicep build-params --file main.bicepparam --stdout',
  ],
  [
    /^[ \t]*(param|resource|targetScope|module)[ \t]/m,
    'This is Bicep. Compile it and import the result: az bicep build --file main.bicep --stdout',
  ],
  [
    /^(ResourceGroupName|ProvisioningState|IPAddress|InterfaceAlias|LocalAddress)[ \t]+: |^(ifIndex InterfaceAlias|LocalAddress +LocalPort|ResourceGroupName +Name) /m,
    'This is a list of PowerShell for reading. Run the command again with | ConvertTo-Json -Depth 10',
  ],
  [
    /^[^\n]{0,99}(\. ){3,99}: \d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/m,
    'This is the output of ipconfig, which has no prefixes and no weak host settings. Run: netsh interface ipv4 show addresses',
  ],
  [
    /^[ \t]+inet (addr:)?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} .{0,99}(netmask|Mask:)/m,
    'This is the output of ifconfig, which leaves out addresses without a label. Run: ip -j addr',
  ],
  [
    /^[ \t-]*(id|etag): \S[^\n]{0,2000}$|^(\w{1,99} {2,99}){0,30}(ResourceGroup|ProvisioningState)( {2,99}\w{1,99}){0,30}[ \t]{0,99}\r?\n[- ]{8}/m,
    'This is YAML or a table of the Azure CLI. Run the command again with -o json',
  ],
]

/** What to do about a text that is no JSON and in no format that can be read. */
export function hintFor(text: string): string | undefined {
  if (text.length > limits.documentCharacters)
    return 'This is not JSON, and of the output of guests no more than 8 MB are read at once.'
  return texts.find(([pattern]) => pattern.test(text))?.[1]
}
