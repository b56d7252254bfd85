/**
 * Puts everything that the first view needs into one file, and leaves what is imported later in files of its own.
 * Without it the bundler cuts out what both share, and many small files compress a tenth worse.
 */
export function oneFirstChunk() {
  const first = new Set()
  return {
    name: 'floatpath:one-first-chunk',
    apply: 'build',
    config: () => ({
      build: {
        chunkSizeWarningLimit: 1_000,
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ name: 'floatpath', test: (id) => first.has(id) }],
            },
          },
        },
      },
    }),
    buildEnd() {
      const waiting = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry)
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (first.has(id)) continue
        first.add(id)
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
      }
    },
  }
}
