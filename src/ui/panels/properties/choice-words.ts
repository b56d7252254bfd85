/** Values of ours that need a word. Azure's own stand as Azure spells them. */
const words: { readonly [value: string]: string } = {
  internet: 'Internet',
  virtualNetwork: 'Virtual network',
  onPremises: 'On premises',
  windows: 'Windows',
  linux: 'Linux',
  'every-member': 'Every member',
  'one-member': 'One member at a time',
  '*': 'Any (*)',
}

const reversePathFilter: { readonly [value: string]: string } = { 0: '0, off', 1: '1, strict', 2: '2, loose' }

/** How a value of a fixed list is shown. */
export function choiceWord(value: string | number): string {
  if (typeof value === 'number') return reversePathFilter[value] ?? String(value)
  return words[value] ?? value
}
