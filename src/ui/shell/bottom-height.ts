import { usePreferences } from '../saving/preferences.ts'
import { useSession } from '../store/session.ts'

/** The preference that holds the height of the bottom panel with what is open in it. */
export const heightKeyOf = (tab: string): 'bottomHeight' | 'tableHeight' =>
  tab === 'table' || tab === 'code' ? 'tableHeight' : 'bottomHeight'

/** The height of the open bottom panel, and the preference that holds it. */
export function useBottomHeight() {
  const key = heightKeyOf(useSession((state) => state.bottomTab))
  return { key, height: usePreferences((state) => state[key]) }
}
