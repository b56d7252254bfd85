import { expect, it } from 'vitest'
import { linkInAddress, pathWithoutLink } from './address.ts'

const at = (address: string) => linkInAddress(new URL(address))

it.each([
  ['https://host/', undefined],
  ['https://host/#', undefined],
  ['https://host/#section', undefined],
  ['https://host/#1.AbC', '1.AbC'],
  ['https://host/app/#12.x-_', '12.x-_'],
  ['https://host/app/%231.AbC', '1.AbC'],
  ['https://host/?to=%231.AbC', '1.AbC'],
  ['https://host/app/%25231.AbC', '1.AbC'],
  ['https://host/app/%231.AbC?utm_source=mail&utm_medium=a', '1.AbC'],
  ['https://host/?utm_source=mail#1.AbC', '1.AbC'],
  ['https://host/#1.AbC?utm_source=mail', '1.AbC'],
  ['https://host/#1.AbC&amp;utm_source=mail', '1.AbC'],
  ['https://host/#<1.AbC>', '1.AbC'],
  ['https://host/#"1.AbC"', '1.AbC'],
  ['https://host/#%3C1.AbC%3E', '1.AbC'],
  ['https://host/#1.AbC>,', '1.AbC'],
  ['https://host/#1.AbC).', '1.AbC'],
  ['https://host/#1.Ab\r\n C', '1.AbC'],
  ['https://host/#1.Ab%0D%0A%20C', '1.AbC'],
  ['https://host/#1.Ab\\_C', '1.Ab_C'],
  ['https://host/&#35;1.AbC', '1.AbC'],
  ['https://host/&amp;#35;1.AbC', '1.AbC'],
  ['https://host/&#x23;1.AbC', '1.AbC'],
  ['https://host/&num;1.AbC', '1.AbC'],
  ['https://host/100%23', undefined],
])('%s carries %s', (address, link) => {
  expect(at(address)).toBe(link)
})

it.each([
  ['https://host/', '/'],
  ['https://host/app/#1.AbC', '/app/'],
  ['https://host/app/%231.AbC?utm_source=mail', '/app/'],
  ['https://host/app/%25231.AbC', '/app/'],
  ['https://host/app/&#35;1.AbC', '/app/'],
  ['https://host/app/&amp;#35;1.AbC', '/app/'],
  ['https://host/a%20b/index.html#1.AbC', '/a%20b/index.html'],
])('the page of %s is at %s', (address, path) => {
  expect(pathWithoutLink(new URL(address).pathname)).toBe(path)
})
