/** How the whole diagram is brought into view: never larger than life. */
export const fitOptions = { padding: '16px', maxZoom: 1, minZoom: 0.1 } as const
