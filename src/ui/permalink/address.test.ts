import { expect, it } from 'vitest'
import { linkInAddress } from './address.ts'

const at = (address: string) => linkInAddress(new URL(address))

it.each([
  ['https://host/', undefined],
  ['https://host/#', undefined],
  ['https://host/#section', undefined],
  ['https://host/#1.AbC', '1.AbC'],
  ['https://host/app/#12.x-_', '12.x-_'],
  ['https://host/app/%231.AbC', '1.AbC'],
  ['https://host/?to=%231.AbC', '1.AbC'],
  ['https://host/100%23', undefined],
])('%s carries %s', (address, link) => {
  expect(at(address)).toBe(link)
})
