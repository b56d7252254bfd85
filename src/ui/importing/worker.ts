import { type Progress, type Reading, type ReadingRequest, readSources } from './read-sources.ts'

/** What the worker says: how far it is, and then once what it has read. */
export type WorkerMessage = { readonly progress: Progress } | { readonly reading: Reading }

const say = (message: WorkerMessage) => postMessage(message)

addEventListener('message', async ({ data }: MessageEvent<ReadingRequest>) => {
  say({ reading: await readSources(data, (progress) => say({ progress })) })
})
