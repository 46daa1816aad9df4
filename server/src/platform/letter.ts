import { z } from 'zod'
import { mail } from '../locales/ru/mail.ts'
import { createTexts } from './texts.ts'

const t = createTexts(mail)

/** What a letter says; how it looks is the same for all. */
export const letter = z.object({
  to: z.string(),
  subject: z.string(),
  /** One paragraph each, plain text. */
  paragraphs: z.array(z.string()),
  /** Shown large, to be typed or copied. */
  code: z.string().optional(),
  /** Where an answer goes; without it nobody reads answers. */
  replyTo: z.string().optional(),
  button: z.object({ text: z.string(), url: z.string() }).optional(),
})
export type Letter = z.infer<typeof letter>

/** Both forms of a letter. Styles stand in the tags, the only place every mail program reads. */
export function renderLetter({ subject, paragraphs, code, button }: Letter, publicUrl: string) {
  const footer = t('footer', { address: new URL(publicUrl).host })
  const text = [subject, ...paragraphs, ...(code ? [code] : []), ...(button ? [`${button.text}: ${button.url}`] : [])]
  const html = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#f7f5f0;color:#1d2433;font:16px/1.5 -apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:520px;margin:0 auto;padding:24px 16px">
<div style="background:#fff;border:1px solid #e7e2d8;border-radius:20px;padding:24px">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 12px">${escape(subject)}</h1>
${paragraphs.map((paragraph) => `<p style="margin:0 0 12px">${escape(paragraph)}</p>`).join('\n')}
${code ? `<p style="font-size:32px;font-weight:600;letter-spacing:6px;margin:16px 0">${escape(code)}</p>` : ''}
${button ? `<p style="margin:20px 0 4px"><a href="${escape(button.url)}" style="display:inline-block;background:#3f63c8;color:#fff;text-decoration:none;padding:12px 20px;border-radius:12px">${escape(button.text)}</a></p>` : ''}
</div>
<p style="color:#5a6375;font-size:13px;margin:16px 8px">${escape(footer)}</p>
</div></body></html>`
  return { text: [...text, `— ${footer}`].join('\n\n'), html }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replaceAll('\n', '<br>')
