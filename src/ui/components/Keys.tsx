import './keys.css'

/** A keyboard shortcut: the keys to hold and press, such as `Ctrl Z`. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {keys.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
