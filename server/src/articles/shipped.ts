import { readdir, readFile } from 'node:fs/promises'
import { articleName, type ArticleName, articleRole, articleTopic } from '@kolosok/contract'
import { z } from 'zod'
import type { ShippedArticle } from '#platform/schema/articles.ts'

const folder = new URL('../../articles/', import.meta.url)

const list = <T extends z.ZodType<unknown, string>>(one: T) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(one).min(1))

const head = z.strictObject({
  title: z.string().min(1).max(120),
  topic: articleTopic,
  roles: list(articleRole),
  /** Routes of the pages it explains, as the web application writes them. */
  screens: list(z.string().startsWith('/')),
  order: z.coerce.number().int().nonnegative(),
  open: z.literal('yes').optional(),
})

/** The instructions of this version: Markdown with a few lines about each before it. */
export async function readShipped(): Promise<Map<ArticleName, ShippedArticle>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort()
  const articles = files.map(async (file) => {
    const name = articleName.parse(file.slice(0, -'.md'.length))
    return [name, parse(file, await readFile(new URL(file, folder), 'utf8'))] as const
  })
  return new Map(await Promise.all(articles))
}

function parse(file: string, source: string): ShippedArticle {
  const [, lines, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? []
  if (lines === undefined || text === undefined) throw new Error(`${file} does not begin with its front matter`)
  const given = lines.split('\n').map((line) => {
    const [key = '', ...value] = line.split(':')
    return [key.trim(), value.join(':').trim()] as const
  })
  const { open, order, ...rest } = head.parse(Object.fromEntries(given))
  return { ...rest, text: text.trim(), isOpen: open === 'yes', position: order }
}
