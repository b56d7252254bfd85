import { useMemo } from 'react'
import type { Example } from '../../../core/lint/examples/example.ts'
import { failingTrace } from '../../../core/simulator/failing-trace.ts'
import { simulate } from '../../../core/simulator/simulate.ts'
import { resolve } from '../../../core/topology/model.ts'
import { changesBetween } from './changes.ts'
import { PacketStrip } from './PacketStrip.tsx'

/** An example as the simulator sees it: the packet that dies, what is changed, and the same packet afterwards. */
export function ExampleView({ example }: { readonly example: Example }) {
  const { before, after, change } = example
  const { trace, again, changes } = useMemo(() => {
    const found = failingTrace(before)
    const retried = found && simulate(after, found.flow)
    return {
      trace: found,
      again: retried?.traces.find(({ backend }) => backend === found?.backend) ?? retried?.traces[0],
      changes: changesBetween(before, after),
    }
  }, [before, after])
  return (
    <>
      {trace && (
        <section>
          <h4>The packet that dies</h4>
          <PacketStrip model={resolve(before)} trace={trace} />
        </section>
      )}
      <section>
        <h4>Example</h4>
        <p>{change}</p>
        <table className="example-changes">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ resource, path, before: was, after: is }) => (
              <tr key={`${resource} ${path}`}>
                <th scope="row">
                  <code>
                    {resource} {path}
                  </code>
                </th>
                <td>{was === undefined ? 'absent' : <code>{was}</code>}</td>
                <td>{is === undefined ? 'absent' : <code>{is}</code>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {trace && again && (
        <section>
          <h4>The same packet afterwards</h4>
          <PacketStrip model={resolve(after)} trace={again} />
        </section>
      )}
    </>
  )
}
