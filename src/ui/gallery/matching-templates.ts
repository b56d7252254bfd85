import type { Template } from '../../core/scenarios/templates.ts'

const textOf = ({ scenario, use, when, lesson = '' }: Template): string =>
  [
    scenario.title,
    scenario.about,
    use,
    when,
    lesson,
    JSON.stringify(Object.values(scenario.document.resources)),
  ]
    .join('\n')
    .toLowerCase()

/** The templates in whose words, names or addresses every word of a text occurs. */
export function matchingTemplates(templates: readonly Template[], text: string): readonly Template[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return templates.filter((template) => words.every((word) => textOf(template).includes(word)))
}
