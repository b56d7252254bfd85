/** Whether an adapter of a Linux guest is its interface `lo`: an address added to `lo:0` is kept there under that label. */
export function isLo({ name }: { readonly name?: string | undefined }): boolean {
  return name === 'lo' || name?.startsWith('lo:') === true
}
