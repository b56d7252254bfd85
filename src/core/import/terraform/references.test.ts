import { describe, expect, it } from 'vitest'
import { readTerraform } from './instances.ts'
import { References } from './references.ts'

const nics = (keys: readonly (string | number | undefined)[], module = '') =>
  keys.map((index) => ({
    address: `${module}azurerm_network_interface.n`,
    mode: 'managed',
    type: 'azurerm_network_interface',
    name: 'n',
    ...(index === undefined ? {} : { index }),
    values: {},
  }))

function found(
  references: readonly string[],
  keys: readonly (string | number | undefined)[],
  standing: string | number | undefined = undefined,
): readonly unknown[] {
  const modules = ['a', 'b'].map((key) => ({
    address: `module.m["${key}"]`,
    resources: nics([key]),
  }))
  const data = { mode: 'data', type: 'azurerm_network_interface', name: 'n', index: 'data', values: {} }
  const plan = {
    planned_values: { root_module: { resources: [...nics(keys), data], child_modules: modules } },
    configuration: {
      root_module: {
        module_calls: {
          m: {
            module: { outputs: { id: { expression: { references: ['azurerm_network_interface.n'] } } } },
          },
        },
      },
    },
  }
  return new References(readTerraform(plan))
    .find({ references }, { module: '', index: standing })
    .map(({ index }) => index)
}

const n = 'azurerm_network_interface.n'
describe('a reference of a plan finds', () => {
  it.each([
    ['the instance that is named', [`${n}[1].id`, `${n}[1]`, n], [0, 1], undefined, [1]],
    ['the one of a text key', [`${n}["b"].id`, `${n}["b"]`, n], ['a', 'b'], undefined, ['b']],
    [
      'the one of a key with a quote',
      [`${n}["b\\"c"].id`, `${n}["b\\"c"]`, n],
      ['a', 'b"c'],
      undefined,
      ['b"c'],
    ],
    [
      'two that are named',
      [`${n}[2].id`, `${n}[2]`, n, `${n}[0].id`, `${n}[0]`],
      [0, 1, 2],
      undefined,
      [2, 0],
    ],
    ['nothing where the one that is named is not there', [`${n}[7].id`, `${n}[7]`, n], [0, 1], undefined, []],
    ['the only one without a key', [`${n}.id`, n], [undefined], 3, [undefined]],
    ['all where all are meant', [n], [0, 1], undefined, [0, 1]],
    ['the one with the same number', [n, 'count.index'], [0, 1], 1, [1]],
    ['the one with the same key', [n, 'each.key'], ['a', 'b'], 'b', ['b']],
    ['nothing where no key is the same', [n, 'each.key'], ['a', 'b'], 'c', []],
    ['nothing where a variable says which', [n, 'var.which'], [0, 1], undefined, []],
    [
      'what the named instance of a module gives',
      ['module.m["b"].id', 'module.m["b"]', 'module.m'],
      [],
      'a',
      ['b'],
    ],
    [
      'a data source and not the resource of its name',
      [`data.${n}.id`, `data.${n}`],
      [0],
      undefined,
      ['data'],
    ],
  ] as const)('%s', (_, references, keys, standing, expected) => {
    expect(found(references, keys, standing)).toEqual(expected)
  })
})
