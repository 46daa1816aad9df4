import type { IncidentId, IncidentPaper } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { drawPaper } from '#platform/paper/draw-paper.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { accessIncident } from './access.ts'
import { findTelling, type IncidentRow } from './store.ts'

type Asked = { readonly incidentId: IncidentId; readonly paper: IncidentPaper; readonly format: 'docx' | 'pdf' }

type Telling = { name: string; inn: string; address: string; headName: string; timeZone: string }
const installation: Telling = { name: '', inn: '', address: '', headName: '', timeZone: 'Europe/Moscow' }

export async function getPaper(
  { db }: Context,
  actor: Actor,
  { incidentId, paper, format }: Asked,
): Promise<FileAnswer> {
  const incident = await accessIncident(db, actor, incidentId)
  const telling = incident.organization_id === null ? installation : await findTelling(db, incident.organization_id)
  return drawPaper(papers[paper](incident, telling), format)
}

const BLANK = '_'.repeat(40)
const or = (text: string) => (text === '' ? BLANK : text)
const said = (what: string, text: string): Block => ({ kind: 'text', text: `${what}: ${or(text)}` })

const momentIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)

function head(title: string, { name, inn, address }: Telling): Block[] {
  return [
    { kind: 'right', text: 'В Управление Роскомнадзора' },
    { kind: 'right', text: `от оператора персональных данных: ${or(name)}` },
    { kind: 'right', text: `ИНН ${or(inn)}` },
    { kind: 'right', text: `Адрес: ${or(address)}` },
    { kind: 'heading', text: title },
    { kind: 'centred', text: 'часть 3.1 статьи 21 Федерального закона от 27.07.2006 № 152-ФЗ «О персональных данных»' },
  ]
}

const signed = ({ headName }: Telling): Block => ({ kind: 'signature', who: 'Руководитель', name: headName })

/** What the law wants to be told within 24 hours, and within 72 of what the inquiry has found. */
const papers: Record<IncidentPaper, (incident: IncidentRow, telling: Telling) => Paper> = {
  notification: (incident, telling) => ({
    title: 'Уведомление об инциденте с персональными данными',
    blocks: [
      ...head('Уведомление о факте неправомерной или случайной передачи персональных данных', telling),
      said('Когда выявлен инцидент', momentIn(telling.timeZone, incident.noticed_at)),
      said('Что произошло', incident.happened),
      said('Какие данные затронуты', incident.data),
      said('Кого это касается и сколько человек', incident.people),
      said('Предполагаемые причины', incident.cause),
      said('Предполагаемый вред правам людей', incident.harm),
      said('Меры, принятые для устранения последствий', incident.measures),
      said('Кто уполномочен взаимодействовать с Роскомнадзором', incident.contact),
      signed(telling),
    ],
  }),
  report: (incident, telling) => ({
    title: 'Результаты внутреннего расследования инцидента с персональными данными',
    blocks: [
      ...head('Уведомление о результатах внутреннего расследования инцидента', telling),
      said('Когда выявлен инцидент', momentIn(telling.timeZone, incident.noticed_at)),
      said(
        'Когда направлено первичное уведомление',
        incident.notified_at ? momentIn(telling.timeZone, incident.notified_at) : '',
      ),
      said('Что произошло', incident.happened),
      said('Установленные причины', incident.cause),
      said('Вред правам людей', incident.harm),
      said('Лица, действия которых стали причиной', incident.culprits),
      said('Принятые меры', incident.measures),
      said('Итог', incident.result),
      signed(telling),
    ],
  }),
}
