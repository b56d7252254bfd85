/** Windows PowerShell writes redirected output as UTF-16 with a mark at the start. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** Characters that no console prints into a file, of those below a space. */
const isControl = (byte: number) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)

/**
 * Whether bytes that are no UTF-8 may be what a Windows console wrote in its own code page, of which all but the
 * letters can be read. JSON of Azure's tools is UTF-8 or it is damaged.
 */
export function isConsoleText(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20)
  if (first === undefined || '{[/'.includes(String.fromCharCode(first))) return false
  const letters = bytes.filter((byte) => byte > 0x7f)
  return letters.length * 2 < bytes.length && !bytes.some(isControl)
}
