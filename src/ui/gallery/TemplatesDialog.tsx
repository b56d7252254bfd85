import { useState } from 'react'
import { type Template, templates, templateUses } from '../../core/scenarios/templates.ts'
import { Dialog } from '../components/Dialog.tsx'
import { startTemplate } from '../shell/new-diagram.ts'
import { matchingTemplates } from './matching-templates.ts'
import { TemplateCard } from './TemplateCard.tsx'
import './gallery.css'

/** Diagrams to start from, by what they are for. Opening one is one step that can be undone. */
export function TemplatesDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const found = matchingTemplates(templates, text)
  const open = ({ scenario }: Template) => {
    startTemplate(scenario.document)
    onClose()
  }
  return (
    <Dialog title="Templates" width={920} onClose={onClose}>
      <div className="gallery__find">
        <input
          type="search"
          className="input"
          placeholder="Find by symptom, technology or address"
          aria-label="Find a template"
          data-first-focus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span role="status">{found.length === 1 ? '1 template' : `${found.length} templates`}</span>
      </div>
      {templateUses.map((use) => {
        const cards = found.filter((template) => template.use === use)
        if (cards.length === 0) return null
        return (
          <section key={use} className="gallery__use">
            <h3>{use}</h3>
            <ul className="gallery__cards">
              {cards.map((template) => (
                <TemplateCard key={template.scenario.id} template={template} onOpen={() => open(template)} />
              ))}
            </ul>
          </section>
        )
      })}
      {found.length === 0 && <p className="gallery__none">No template matches “{text}”.</p>}
    </Dialog>
  )
}
