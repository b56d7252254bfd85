/** A virtual machine that was moved into another subnet. */
export interface Rehomed {
  readonly name: string
  readonly subnet: string
  readonly address?: string
  /** What named its old address and names the new one now. */
  readonly followed: readonly string[]
}

/** Says into which subnet machines moved and which addresses they have there, as a message with its details. */
export function sayMoved(rehomed: readonly Rehomed[]): {
  readonly text: string
  readonly details: readonly string[]
} {
  const [first] = rehomed
  const followed = rehomed.flatMap((one) => one.followed.map((name) => `${name} has the new address, too`))
  if (rehomed.length === 1 && first) {
    const { name, subnet, address } = first
    const text =
      address === undefined ? `${name} is in ${subnet} now.` : `${name} is in ${subnet} now, with ${address}.`
    return { text, details: followed.slice(0, 5) }
  }
  const listed = rehomed.map(({ name, subnet, address }) =>
    address === undefined ? `${name} in ${subnet}` : `${name} in ${subnet}, with ${address}`,
  )
  const lines = [...listed, ...followed]
  const details = lines.length > 5 ? [...lines.slice(0, 4), `${lines.length - 4} more`] : lines
  return { text: `${rehomed.length} virtual machines are in other subnets now.`, details }
}
