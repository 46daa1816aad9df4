import { drawDocument, escape } from '#platform/archive/page.ts'
import { register } from '#personal-data/index.ts'
import type { TakenFile } from './rows.store.ts'

/** A table of the archive, or one that stays outside, and why. */
export type Listed = { readonly section: string; readonly table: string } & (
  | { readonly path: string; readonly rows: number }
  | { readonly leftOut: string }
)

type About = {
  readonly name: string
  readonly timeZone: string
  readonly at: Date
  readonly files: number
  readonly missing: readonly TakenFile[]
}

/** What lies where, in words: the archive's first page. */
export function drawIndex(listed: readonly Listed[], { name, timeZone, at, files, missing }: About): string {
  const moment = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone })
  const sections = Object.entries(
    Object.groupBy(
      listed.filter((one) => 'path' in one),
      ({ section }) => section,
    ),
  )
  const left = listed.filter((one) => 'leftOut' in one)
  return drawDocument(
    `Архив организации: ${name}`,
    `<h1>Архив организации: ${escape(name)}</h1>
<p class="why">Собрано ${escape(moment.format(at))}. Внутри личные данные людей и детей: храните архив так же бережно, как бумажные дела.</p>
<p>Каждый раздел лежит в своей папке, в файлах JSON: их читает любая программа, а открыть можно и в обычном редакторе. Связаны записи по полю id. Имена людей: «Участие в организациях» в разделе «Состав организации». Файлов: ${String(files)}, они в папке <a href="files/">files</a>, список с названиями: <a href="files/files.json">files.json</a>.</p>
${sections.map(([title, tables]) => drawSection(title, tables ?? [])).join('\n')}
<h2>Чего здесь нет</h2>
<ul>
<li>Личных чатов, «Избранного» и переписки в чатах, которые люди собрали сами: их не читает никто, кроме участников. Свои сообщения каждый забирает сам, в разделе «Мои данные».</li>
${left.map((one) => `<li>${escape(whatOf(one.table))}: ${escape(one.leftOut)}.</li>`).join('\n')}
${missing.length > 0 ? `<li>Файлов, которых не нашлось на диске: ${missing.map((file) => escape(file.name)).join(', ')}.</li>` : ''}
</ul>`,
  )
}

function drawSection(title: string, tables: readonly Extract<Listed, { path: string }>[]): string {
  const rows = [...tables]
    .sort((one, other) => whatOf(one.table).localeCompare(whatOf(other.table), 'ru'))
    .map(
      ({ table, path, rows: count }) =>
        `<tr><td>${escape(whatOf(table))}</td><td>${String(count)}</td><td><a href="${path}">${path}</a></td></tr>`,
    )
  return `<h2>${escape(title)}</h2>
<div class="wide"><table><tr><th>Что</th><th>Записей</th><th>Где</th></tr>
${rows.join('\n')}</table></div>`
}

const whatOf = (table: string): string => register[table]?.what ?? table
