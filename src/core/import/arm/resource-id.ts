/** Azure's id of a resource out of a type path and a name path. */
export function idOf(scope: string, type: string, name: string): string {
  const [provider, ...types] = type.split('/').filter((part) => part !== '')
  const names = name.split('/').filter((part) => part !== '')
  return `${scope}/providers/${provider}/${types.flatMap((part, index) => [part, names[index] ?? '']).join('/')}`
}
