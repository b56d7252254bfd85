export const dictionary = new Uint8Array(0)
