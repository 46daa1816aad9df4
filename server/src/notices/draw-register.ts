import type { Register } from '#platform/paper/register.ts'
import { type Papers, registerHeads, registerIntro, registerLines, t } from './paper-words.ts'

/** Who answered what, as it is printed. */
export const registerOf = (papers: Papers): Register => ({
  file: t('register.file', { asks: papers.notice.asks, title: papers.notice.title }),
  organization: papers.notice.organization,
  title: t('register.title', { asks: papers.notice.asks }),
  subject: t('register.notice', { title: papers.notice.title }),
  text: papers.notice.text,
  intro: registerIntro(papers),
  heads: registerHeads(),
  lines: registerLines(papers),
  widths: { page: [16, '*', 70, 66, 70, 50, 54], sheet: [6, 40, 22, 22, 28, 18, 24] },
  sign: t('register.sign'),
})
