import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { LoadFailed, sayLoadFailed } from './LoadFailed.tsx'

const loaders: (() => Promise<unknown>)[] = []

/** Marks something as loaded after the first view: when it is first needed, or once the page has nothing else to do. */
export function later<Module>(load: () => Promise<Module>): () => Promise<Module> {
  loaders.push(load)
  return () =>
    load().catch((reason: unknown) => {
      sayLoadFailed()
      throw reason
    })
}

/** A component that is loaded after the first view. */
export function lazily<Name extends string, Props>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  loaders.push(load)
  return onceShown(load, name)
}

/** A component that is loaded when it is first shown, and not before: it is large, and few need it. */
export function onceShown<Name extends string, Props>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() =>
    load().then(
      (module) => ({ default: module[name] }),
      () => ({ default: LoadFailed }),
    ),
  )
}

/** Loads everything that was left for later. */
export function loadTheRest(): void {
  const load = () => {
    // What fails now is tried again when it is needed, and said then.
    for (const loader of loaders) loader().catch(() => undefined)
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 3_000 })
  else setTimeout(load, 1_000)
}
