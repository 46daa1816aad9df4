import { drawDocument, escape } from '#platform/archive/page.ts'
import type { Gathered, Row } from './mine.store.ts'

/** Names of what stands in many tables. */
const common: Record<string, string> = {
  created_at: 'Создано',
  used_at: 'Последний раз',
  sent_at: 'Отправлено',
  edited_at: 'Исправлено',
  deleted_at: 'Удалено',
  given_at: 'Дано',
  withdrawn_at: 'Отозвано',
  requested_at: 'Запрошено',
  decided_at: 'Решено',
  from_at: 'С',
  until_at: 'По',
  first_day: 'С',
  last_day: 'По',
  joined_at: 'Вход',
  left_at: 'Выход',
  ended_at: 'Окончено',
  voted_at: 'Когда',
  replaced_at: 'Заменено',
  published_at: 'Опубликовано',
  confirmed_at: 'Подтверждено',
  at: 'Когда',
  dated: 'Дата',
  size: 'Размер, байт',
  is_admin: 'Администратор',
  is_head: 'Руководитель',
}

/** The archive for people. */
export function drawPage(gathered: readonly Gathered[], { name, at }: { name: string; at: Date }): string {
  const sections = gathered.map(drawSection).join('\n')
  return drawDocument(
    'Мои данные',
    `<h1>Мои данные: ${escape(name)}</h1>
<p class="why">Собрано ${escape(moment.format(at))} (по Москве). То же для программ: data.json. Ваши файлы: папка files.</p>
${sections}`,
  )
}

function drawSection({ entry, rows }: Gathered): string {
  const names = { ...common, ...entry.personal }
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column in names)
  const head = columns.map((column) => `<th>${escape(names[column] ?? column)}</th>`).join('')
  const body = rows.map((row) => `<tr>${columns.map((column) => drawCell(row, column)).join('')}</tr>`).join('\n')
  const table = columns.length > 0 ? `<div class="wide"><table><tr>${head}</tr>\n${body}</table></div>` : ''
  return `<h2>${escape(entry.what)}: ${String(rows.length)}</h2>
<p class="why">Зачем: ${escape(entry.why)}. Сколько хранится: ${escape(entry.howLong)}.</p>
${table}`
}

const drawCell = (row: Row, column: string): string => `<td>${escape(sayValue(row[column]))}</td>`

const moment = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Moscow' })

function sayValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return moment.format(value)
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (Array.isArray(value)) return value.map(sayValue).join(', ')
  if (typeof value === 'object') return 'name' in value ? sayValue(value.name) : JSON.stringify(value)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
