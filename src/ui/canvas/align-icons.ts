import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  type LucideIcon,
} from 'lucide-react'
import type { Alignment, Direction } from '../../core/edit/align.ts'

export const alignIcons: { readonly [how in Alignment]: LucideIcon } = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
}

export const spreadIcons: { readonly [direction in Direction]: LucideIcon } = {
  horizontally: AlignHorizontalSpaceBetween,
  vertically: AlignVerticalSpaceBetween,
}
