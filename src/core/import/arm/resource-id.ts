/** Azure's id of a resource out of a type path and a name path. */
export function idOf(scope: string, type: string, name: string): string {
  const [provider, ...types] = type.split('/').filter((part) => part !== '')
  const names = name.split('/').filter((part) => part !== '')
  return `${scope}/providers/${provider}/${types.flatMap((part, index) => [part, names[index] ?? '']).join('/')}`
}

/** What `resourceId('group', 'type', 'name'…)` gives; `undefined` where an argument is no text or none is a type. */
export function idByArguments(
  args: readonly unknown[],
  ownSubscription: string,
  ownGroup: string,
): string | undefined {
  const texts = args.map((arg) => (typeof arg === 'number' ? String(arg) : arg))
  const at = texts.findIndex((arg) => typeof arg === 'string' && /^[\w-]+\.[\w.-]+\//.test(arg))
  if (at < 0 || texts.some((arg) => typeof arg !== 'string')) return undefined
  const parts = texts as readonly string[]
  const scope = parts.slice(0, at)
  const subscription = scope.length > 1 ? scope[0] : ownSubscription
  const group = scope.length > 0 ? scope[scope.length - 1] : ownGroup
  return idOf(
    `/subscriptions/${subscription}/resourceGroups/${group}`,
    parts[at] ?? '',
    parts.slice(at + 1).join('/'),
  )
}
