import type { MissingParameter } from '../../core/import/importer.ts'
import { Button } from '../components/Button.tsx'
import { describedBy, Field } from '../components/Field.tsx'
import { readAgain, setValue, useImport } from './import-state.ts'

const typeHelp: { readonly [type: string]: string } = {
  int: 'A whole number.',
  bool: 'true or false.',
  array: 'A list as JSON, such as ["a", "b"].',
  object: 'An object as JSON.',
}

function ParameterField({ parameter }: { readonly parameter: MissingParameter }) {
  const { name, type, description, allowedValues } = parameter
  const value = useImport((state) => state.values[name] ?? '')
  const id = `import-parameter-${name}`
  const help = [description, typeHelp[type]].filter(Boolean).join(' ') || undefined
  const options = allowedValues ?? (type === 'bool' ? [true, false] : undefined)
  return (
    <Field label={name} htmlFor={id} help={help}>
      {options ? (
        <select
          id={id}
          className="input"
          aria-describedby={describedBy(id, help)}
          value={value}
          onChange={(event) => setValue(name, event.target.value)}
        >
          <option value="">Not given</option>
          {options.map((option) => (
            <option key={String(option)} value={String(option)}>
              {String(option)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="input input--mono"
          autoComplete="off"
          aria-describedby={describedBy(id, help)}
          value={value}
          onChange={(event) => setValue(name, event.target.value)}
        />
      )}
    </Field>
  )
}

/** A form for the parameters of a template that have no value. */
export function ImportParameters() {
  const asked = useImport((state) => state.asked)
  if (asked.length === 0) return null
  return (
    <form
      className="import__parameters"
      aria-label="Parameters"
      onSubmit={(event) => {
        event.preventDefault()
        readAgain()
      }}
    >
      <p>
        These values are not said. What depends on one that is not given is left open in the diagram and
        marked.
      </p>
      <div className="import__fields">
        {asked.map((parameter) => (
          <ParameterField key={parameter.name} parameter={parameter} />
        ))}
      </div>
      <Button type="submit" size="small">
        Read with these values
      </Button>
    </form>
  )
}
