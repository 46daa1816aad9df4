import type { LocalActEditionId, LocalActPaper } from '@kolosok/contract'
import { localActPapers } from '#locales/ru/local-act-papers.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { drawPaper } from '#platform/paper/draw-paper.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import { shortName } from '#platform/paper/short-name.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'
import { accessLocalAct } from './access.ts'
import { getLetterhead, type Letterhead } from './letterhead.store.ts'
import type { EditionRow } from './store.ts'
import { BLANK, headIn } from './fill-in.ts'
import { blocksOf } from '#platform/paper/text-blocks.ts'

const t = createTexts(localActPapers)

type Asked = { readonly editionId: LocalActEditionId; readonly format: 'docx' | 'pdf' }

export async function getPaper(context: Context, actor: Actor, { editionId, format }: Asked): Promise<FileAnswer> {
  const edition = await accessLocalAct(context.db, actor, 'see', { editionId, now: context.clock() })
  return drawLocalAct(edition, await getLetterhead(context.db, edition.organizationId), format)
}

export const drawLocalAct = (edition: EditionRow, letterhead: Letterhead, format: 'docx' | 'pdf') =>
  drawPaper(paperOf(edition, letterhead), format)

function paperOf(edition: EditionRow, letterhead: Letterhead): Paper {
  const { title, kind } = edition
  const parts = { regulation, order, form, instruction } as const
  return { title, blocks: [...headOf(letterhead), ...repealOf(edition), ...parts[kind](edition, letterhead)] }
}

const filled = (text: string) => (text.trim() === '' ? BLANK : text)

const headOf = ({ name, address, inn }: Letterhead): Block[] => [
  { kind: 'centred', text: filled(name) },
  ...(address.trim() === '' ? [] : [{ kind: 'centred', text: address } as const]),
  { kind: 'centred', text: t('inn', { inn: filled(inn) }) },
]

/** Above all else: whoever finds a printed one must not go by it. */
function repealOf({ repeal, today }: EditionRow): Block[] {
  if (!repeal) return []
  const { number, date, from } = repeal
  const words = { from: longDay(from), date: longDay(date), number }
  return [{ kind: 'centred', text: t(from <= today ? 'repealed' : 'repealed.ahead', words) }]
}

/** Adopted at the left, approved at the right, as the papers of the files have it. */
function regulation(edition: EditionRow, letterhead: Letterhead): Block[] {
  const { adopted, heard, hearsParents } = edition
  const left = [
    t('adopted'),
    t('adopted.by'),
    t('protocol', daysOf(adopted)),
    ...(hearsParents ? ['', t('heard'), t('protocol', daysOf(heard))] : []),
  ]
  return [
    { kind: 'columns', left, right: approvedBy(edition, letterhead) },
    { kind: 'heading', text: edition.title },
    ...sectionsOf(edition),
    ...lastLine(edition),
  ]
}

function instruction(edition: EditionRow, letterhead: Letterhead): Block[] {
  return [
    { kind: 'columns', left: [], right: approvedBy(edition, letterhead) },
    { kind: 'heading', text: edition.title },
    ...sectionsOf(edition),
    ...lastLine(edition),
  ]
}

/** Filled in and signed by a person. */
function form(edition: EditionRow, letterhead: Letterhead): Block[] {
  return [
    { kind: 'columns', left: [], right: approvedBy(edition, letterhead) },
    { kind: 'heading', text: edition.title },
    ...sectionsOf(edition),
    { kind: 'signature', who: t('blank.day'), name: t('name') },
  ]
}

function order(edition: EditionRow, letterhead: Letterhead): Block[] {
  const { approved, title } = edition
  const { date, number } = daysOf(approved)
  return [
    { kind: 'heading', text: t('order') },
    { kind: 'ends', left: date, right: t('number', { number }) },
    { kind: 'heading', text: title },
    ...sectionsOf(edition),
    { kind: 'signature', who: capital(headIn(letterhead.kind).head), name: shortName(filled(letterhead.headName)) },
    { kind: 'text', text: t('order.read') },
    { kind: 'signature', who: t('blank.day'), name: t('name') },
    { kind: 'signature', who: t('blank.day'), name: t('name') },
  ]
}

function approvedBy({ approved }: EditionRow, letterhead: Letterhead): string[] {
  return [
    t('approved'),
    t('approved.by', { head: headIn(letterhead.kind).headOf }),
    shortName(filled(letterhead.headName)),
    t('order.of', daysOf(approved)),
  ]
}

function sectionsOf({ sections }: EditionRow): Block[] {
  return sections.flatMap(({ heading, text }): Block[] => [
    ...(heading === '' ? [] : [{ kind: 'subheading', text: heading } as const]),
    ...blocksOf(text),
  ])
}

function lastLine({ number, state, inForceFrom }: EditionRow): Block[] {
  if (inForceFrom === null) return []
  const day = longDay(inForceFrom)
  return [{ kind: 'text', text: t(state === 'superseded' ? 'superseded' : 'in-force', { number, day }) }]
}

/** Number and day, or lines to write them on. */
const daysOf = (paper: LocalActPaper | null) => ({
  date: paper ? longDay(paper.date) : t('blank.day'),
  number: paper && paper.number !== '' ? paper.number : t('blank.number'),
})

const long = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const longDay = (day: string) => long.format(new Date(`${day}T00:00:00Z`))
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
