import type {
  LocalActAudience,
  LocalActKind,
  LocalActSection,
  LocalActTemplate,
  OrganizationKind,
} from '@kolosok/contract'
import { adminOrder, useOrder } from './templates/orders.ts'
import { emptyOrder, emptyRegulation, parentInstruction, teacherInstruction } from './templates/sheets.ts'
import { parentConsent, staffConsent } from './templates/consents.ts'
import { useRegulation } from './templates/regulation.ts'
import { printableLines } from '#platform/paper/printable.ts'
import type { Letterhead } from './letterhead.store.ts'
import type { Wording } from './write.store.ts'

/** What a template says: `{name}` is filled in from the card. */
type TemplateText = {
  readonly title: string
  readonly sections: readonly { readonly heading: string; readonly text: readonly string[] }[]
}

type Template = {
  readonly kind: LocalActKind
  readonly audience: LocalActAudience
  readonly text: TemplateText
}

const templates: Record<LocalActTemplate, Template> = {
  'use-regulation': { kind: 'regulation', audience: 'all', text: useRegulation },
  'use-order': { kind: 'order', audience: 'staff', text: useOrder },
  'admin-order': { kind: 'order', audience: 'staff', text: adminOrder },
  'parent-consent': { kind: 'form', audience: 'parents', text: parentConsent },
  'staff-consent': { kind: 'form', audience: 'staff', text: staffConsent },
  'parent-instruction': { kind: 'instruction', audience: 'parents', text: parentInstruction },
  'teacher-instruction': { kind: 'instruction', audience: 'staff', text: teacherInstruction },
  'empty-regulation': { kind: 'regulation', audience: 'all', text: emptyRegulation },
  'empty-order': { kind: 'order', audience: 'staff', text: emptyOrder },
}

/** To write on. */
export const BLANK = '____________________'

/** What an organization is called by itself, and its head, in the cases the texts need. */
const words: Record<
  OrganizationKind,
  Record<'place' | 'placeOf' | 'placeIn' | 'head' | 'headOf' | 'programmes', string>
> = {
  kindergarten: {
    place: 'Детский сад',
    placeOf: 'Детского сада',
    placeIn: 'Детском саду',
    head: 'заведующий',
    headOf: 'заведующего',
    programmes: 'образовательных программ дошкольного образования и дополнительных общеобразовательных программ',
  },
  school: {
    place: 'Школа',
    placeOf: 'Школы',
    placeIn: 'Школе',
    head: 'директор',
    headOf: 'директора',
    programmes: 'основных и дополнительных общеобразовательных программ',
  },
  additional: {
    place: 'Организация',
    placeOf: 'Организации',
    placeIn: 'Организации',
    head: 'директор',
    headOf: 'директора',
    programmes: 'дополнительных общеобразовательных программ',
  },
}

export const headIn = (kind: OrganizationKind) => words[kind]

/** Nothing of the card goes into a text but letters; what is not known is a line to write on. */
export function fillIn(template: LocalActTemplate, letterhead: Letterhead): Wording & { readonly kind: LocalActKind } {
  const { kind, audience, text } = templates[template]
  const values: Record<string, string> = { ...words[letterhead.kind], ...valuesOf(letterhead) }
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? BLANK)
  const sections: LocalActSection[] = text.sections.map(({ heading, text: lines }) => ({
    heading: fill(heading),
    text: lines.map(fill).join('\n'),
  }))
  return { kind, audience, title: fill(text.title), hearsParents: kind === 'regulation', sections }
}

function valuesOf({ administrators, ...card }: Letterhead): Record<string, string> {
  const given = printableLines({ ...card, administrators: administrators.join(', ') })
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value.replace(/\s+/g, ' ').trim() || BLANK]),
  )
}
