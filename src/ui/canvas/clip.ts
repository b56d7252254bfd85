/**
 * The class of a text that may not fit. Only long texts get it: each element that cuts off its contents is a layer
 * of its own to the browser, and there are thousands.
 */
export const clip = (text: string, fits: number): string => (text.length > fits ? 'clipped' : '')
