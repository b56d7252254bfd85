import { describe, expect, it } from 'vitest'
import { readTerraform } from './instances.ts'
import type { Key, Own } from './paired.ts'
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
  index: string | number | undefined = undefined,
  { keys: beside = keys, ...own }: Omit<Own, 'index' | 'keys'> & { readonly keys?: readonly Key[] } = {},
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
    .find({ references }, { module: '', keys: new Set(beside), ...own, index })
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

  const each = (constant: unknown) => ({ forEach: { constant_value: constant } })
  it.each([
    // `n[count.index + 1]` or `n[count.index]`: where there are as many here as there, it can only be the latter.
    [
      'nothing by number where there are more of them',
      [n, 'count.index'],
      [0, 1, 2],
      1,
      { keys: [0, 1] },
      [],
    ],
    ['nothing by number where there are fewer', [n, 'count.index'], [0, 1], 1, { keys: [0, 1, 2, 3] }, []],
    ['the only one there is', [n, 'count.index'], [0], 1, { keys: [0, 1] }, [0]],
    [
      'the one of a key among more of them',
      [n, 'each.key'],
      ['a', 'b', 'c'],
      'b',
      { keys: ['a', 'b'] },
      ['b'],
    ],
    ['nothing by two words', [n, 'each.key', 'each.value'], ['a', 'b'], 'b', {}, []],
    ['the one of a value', [n, 'each.value'], ['a', 'b'], 'a', each({ a: 'b', b: 'a' }), ['b']],
    [
      'the one of a part of a value',
      [n, 'each.value.nic', 'each.value'],
      ['a', 'b'],
      'x',
      { keys: ['x', 'y'], ...each({ x: { nic: 'b' } }) },
      ['b'],
    ],
    ['the one of a number', [n, 'each.value.at', 'each.value'], [0, 1, 2], 'x', each({ x: { at: 2 } }), [2]],
    ['the one of a value that is its key', [n, 'each.value'], ['a', 'b'], 'a', { forEach: {} }, ['a']],
    ['nothing by a value that is not known', [n, 'each.value.nic', 'each.value'], ['a', 'b'], 'a', {}, []],
    [
      'the one of each of its instances',
      ['each.value.id', 'each.value'],
      ['a', 'b'],
      'b',
      { forEach: { references: [n] } },
      ['b'],
    ],
    ['nothing by a value that no key is', [n, 'each.value'], ['a', 'b'], 'a', each({ a: '__proto__' }), []],
  ] as const)('%s', (_, references, keys, standing, own, expected) => {
    expect(found(references, keys, standing, own)).toEqual(expected)
  })

  it('each of thousands by its number, soon', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => index)
    const terraform = readTerraform({ planned_values: { root_module: { resources: nics(keys) } } })
    const references = new References(terraform)
    const beside = terraform.instances.map((instance) => {
      const own = { module: '', index: instance.index, keys: references.keysBeside(instance) }
      return references.find({ references: [n, 'count.index'] }, own).map(({ index }) => index)
    })
    expect(beside).toEqual(keys.map((key) => [key]))
  }, 30_000)
})
