import type { ArmObject, ArmValue } from './value.ts'

/** The address that commands name: naming one makes it static, so a dynamic one is not named. */
export function givenAddress(
  { name }: ArmObject,
  { privateIPAddress, privateIPAllocationMethod }: ArmObject,
  note: (text: string) => void,
): ArmValue | undefined {
  if (privateIPAllocationMethod === 'Dynamic') return undefined
  if (privateIPAddress === undefined)
    note(
      `${String(name)} has a static address that the diagram does not name: the commands leave it dynamic.`,
    )
  return privateIPAddress
}
