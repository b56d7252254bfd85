import { ViewportPortal } from 'reactflow'
import type { Guide } from '../../core/edit/guides.ts'

/** Lines along which what is being dragged is in line with something else. */
export function Guides({ guides }: { readonly guides: readonly Guide[] }) {
  return (
    <ViewportPortal>
      <svg className="guides" aria-hidden="true">
        {guides.map(({ axis, at, from, to }) =>
          axis === 'x' ? (
            <line key={`x ${at}`} x1={at} x2={at} y1={from} y2={to} />
          ) : (
            <line key={`y ${at}`} x1={from} x2={to} y1={at} y2={at} />
          ),
        )}
      </svg>
    </ViewportPortal>
  )
}
