/** One switch of an interface in the output of netsh: on which language, and whether it is on. */
interface Adapter {
  readonly name: string
  readonly index: number
  readonly receive: boolean
  readonly send: boolean
}

const onOff = (value: boolean) => (value ? 'enabled' : 'disabled')

/** The words before the colons of `netsh interface ipv4 show interfaces level=verbose`, in their order. */
const words = {
  english: [
    ...['IfLuid', 'IfIndex', 'State', 'Metric', 'Link MTU', 'Reachable Time', 'Base Reachable Time'],
    ...['Retransmission Interval', 'DAD Transmits', 'Site Prefix Length', 'Site Id', 'Forwarding'],
    ...['Advertising', 'Neighbor Discovery', 'Neighbor Unreachability Detection', 'Router Discovery'],
    ...['Managed Address Configuration', 'Other Stateful Configuration', 'Weak Host Sends'],
    ...['Weak Host Receives', 'Use Automatic Metric', 'Ignore Default Routes'],
  ],
  // Translated by us: only the order is what the product builds on.
  german: [
    ...['IfLuid', 'IfIndex', 'Status', 'Metrik', 'Verbindungs-MTU', 'Erreichbare Zeit', 'Basiszeit'],
    ...['Intervall', 'DAD-Übertragungen', 'Länge', 'Standort-ID', 'Weiterleitung', 'Ankündigung'],
    ...['Nachbarsuche', 'Nichterreichbarkeit', 'Routersuche', 'Verwaltet', 'Zustand'],
    ...['Schwache Hostsendevorgänge', 'Schwache Hostempfangsvorgänge', 'Automatisch', 'Ignorieren'],
  ],
}

/** How netsh names an interface over its switches and over its addresses, in words of ours. */
export const netshHeadings: {
  readonly [language: string]: readonly [
    switches: (name: string) => string,
    addresses: (name: string) => string,
  ]
} = {
  Chinese: [(name) => `接口 ${name} 参数`, (name) => `接口 "${name}" 的配置`],
  Japanese: [
    (name) => `インターフェイス ${name} のパラメーター`,
    (name) => `インターフェイス "${name}" の構成`,
  ],
  'Japanese without blanks': [
    (name) => `インターフェイス${name}のパラメーター`,
    (name) => `インターフェイス「${name}」の構成`,
  ],
  Korean: [(name) => `인터페이스 ${name} 매개 변수`, (name) => `인터페이스 "${name}"에 대한 구성`],
  Turkish: [(name) => `${name} Arabirimi Parametreleri`, (name) => `"${name}" arabiriminin yapılandırması`],
  Spanish: [
    (name) => `Parámetros de la interfaz ${name}`,
    (name) => `Configuración para la interfaz "${name}"`,
  ],
}

/** `netsh interface ipv4 show interfaces level=verbose` in a language. */
export function netshVerbose(language: keyof typeof words, adapters: readonly Adapter[]): string {
  return adapters
    .map(({ name, index, receive, send }) => {
      const values = [
        ...[`ethernet_${index}`, index, 'connected', '15', '1500 bytes', '30000 ms', '30000 ms', '1000 ms'],
        ...['3', '64', '1', 'disabled', 'disabled', 'enabled', 'enabled', 'dhcp', 'enabled', 'enabled'],
        ...[onOff(send), onOff(receive), 'enabled', 'disabled'],
      ]
      const heading =
        language === 'english' ? `Interface ${name} Parameters` : `Parameter der Schnittstelle ${name}`
      const lines = words[language].map((word, at) => `${word.padEnd(35)}: ${values[at]}`)
      return [heading, '-'.repeat(46), ...lines, ''].join('\r\n')
    })
    .join('\r\n')
}

/** `netsh interface ipv4 show interfaces`, whose states are translated, too. */
export const netshTable = (adapters: readonly Adapter[], state = 'connected') =>
  [
    'Idx     Met         MTU          State                Name',
    '---  ----------  ----------  ------------  ---------------------------',
    ...adapters.map(
      ({ name, index }) => `${String(index).padStart(3)}          15        1500  ${state}     ${name}`,
    ),
    '',
  ].join('\r\n')

/** `netsh interface ipv4 show addresses` in German. */
export const netshAddresses = (name: string, address: string, length: number, mask: string) =>
  [
    `Konfiguration der Schnittstelle "${name}"`,
    '    DHCP aktiviert:                         Ja',
    `    IP-Adresse:                           ${address}`,
    `    Subnetzpräfix:                        ${address}/${length} (Maske ${mask})`,
    '    Standardgateway:                      10.0.0.1',
    '',
  ].join('\r\n')

/** `Get-NetIPAddress`, `Get-NetIPInterface` and `Get-NetTCPConnection` as Windows PowerShell 5.1 writes them. */
export function netCmdlets(
  adapters: readonly Adapter[],
  addresses: readonly (readonly [index: number, cidr: string])[],
) {
  const nameOf = (index: number) => adapters.find((one) => one.index === index)?.name
  return {
    addresses: addresses.map(([InterfaceIndex, cidr]) => ({
      InterfaceAlias: nameOf(InterfaceIndex),
      InterfaceIndex,
      IPAddress: cidr.split('/')[0],
      PrefixLength: Number(cidr.split('/')[1]),
      AddressFamily: cidr.includes(':') ? 23 : 2,
      AddressState: 4,
    })),
    interfaces: adapters.map(({ name, index, receive, send }) => ({
      InterfaceAlias: name,
      InterfaceIndex: index,
      AddressFamily: 2,
      Forwarding: 0,
      WeakHostReceive: receive ? 1 : 0,
      WeakHostSend: send ? 1 : 0,
    })),
    connections: [
      { LocalAddress: '0.0.0.0', LocalPort: 443, RemoteAddress: '0.0.0.0', RemotePort: 0, State: 2 },
      { LocalAddress: '10.0.0.4', LocalPort: 50123, RemoteAddress: '10.0.0.9', RemotePort: 443, State: 5 },
    ],
  }
}
