/** When a slice ends: one more step, the memory that it has collected, and the browser after it still fit in 8 ms. */
const sliceMs = 3

/** Goes through something bit by bit while the browser has time for everything else. Returns what stops it. */
export function inSlices<Step>(
  steps: Iterator<Step, void>,
  onStep: (step: Step) => void,
  onSlice: (isDone: boolean) => void,
): () => void {
  let timer = 0
  const slice = () => {
    const end = performance.now() + sliceMs
    let step = steps.next()
    for (; !step.done; step = steps.next()) {
      onStep(step.value)
      if (performance.now() >= end) break
    }
    if (!step.done) timer = window.setTimeout(slice)
    onSlice(step.done === true)
  }
  timer = window.setTimeout(slice)
  return () => window.clearTimeout(timer)
}
