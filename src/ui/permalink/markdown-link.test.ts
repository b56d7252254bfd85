import { expect, it } from 'vitest'
import { markdownLink } from './markdown-link.ts'

it.each([
  ['Two TLS sites', 'https://host/#1.AbC', '[Two TLS sites](<https://host/#1.AbC>)'],
  ['', 'https://host/#1.AbC', '[Diagram](<https://host/#1.AbC>)'],
  ['a](b) [c]\n<d>', 'https://host/#1.AbC', '[a\\](b) \\[c\\] \\<d\\>](<https://host/#1.AbC>)'],
  ['a', 'https://host/(x)/>#1.AbC', '[a](<https://host/(x)/%3E#1.AbC>)'],
])('%j at %s', (name, url, text) => {
  expect(markdownLink(name, url)).toBe(text)
})
