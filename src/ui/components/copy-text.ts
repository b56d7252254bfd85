/** Puts a text on the clipboard and says in a sentence what came of it. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return 'Copied.'
  } catch {
    return 'This browser does not let the page use the clipboard. Select the text and press Ctrl C.'
  }
}
