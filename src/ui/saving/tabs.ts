/** What tabs of this browser tell each other about the diagrams that they have open. */
export type Word =
  | { readonly kind: 'opened' | 'here' | 'left'; readonly diagram: string }
  | { readonly kind: 'saved'; readonly diagram: string; readonly revision: number }

let channel: BroadcastChannel | undefined

/** Begins to listen to the other tabs. */
export function listenToTabs(hear: (word: Word) => void): void {
  if (!('BroadcastChannel' in globalThis)) return
  channel = new BroadcastChannel('floatpath')
  channel.onmessage = ({ data }: MessageEvent<Word>) => hear(data)
}

/** Tells the other tabs. */
export function tellTabs(word: Word): void {
  channel?.postMessage(word)
}
