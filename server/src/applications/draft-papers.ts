import type { ApplicationDraft, ApplicationForm } from '@kolosok/contract'
import { applicationDrafts } from '#locales/ru/application-drafts.ts'
import { drawPaper } from '#platform/paper/draw-paper.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import { shortName } from '#platform/paper/short-name.ts'
import { formatPhone, parsePhone } from '#platform/phone.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'

const t = createTexts(applicationDrafts)

/** The head's order or the letter (2.2), filled in with what has been typed so far; what is missing is a line to write on. */
export const draftPaper = ({ paper, format, form }: ApplicationDraft): Promise<FileAnswer> =>
  drawPaper(papers[paper](readable(form)), format)

const papers = { order, letter } as const satisfies Record<ApplicationDraft['paper'], (form: ApplicationForm) => Paper>

function order(form: ApplicationForm): Paper {
  const duties = [
    t('duty.apply'),
    t('duty.structure'),
    t('duty.invite'),
    t('duty.decide'),
    t('duty.channels'),
    t('duty.report'),
  ]
  const { administratorName: administrator, phone, email } = form
  return {
    title: t('order.file'),
    blocks: [
      ...letterhead(form),
      { kind: 'heading', text: t('order.heading') },
      { kind: 'ends', left: t('date'), right: t('order.number') },
      { kind: 'heading', text: t('order.subject') },
      { kind: 'text', text: t('order.reason') },
      { kind: 'text', text: t('order.verb') },
      { kind: 'text', text: t('order.appoint', { administrator, phone, email }) },
      { kind: 'text', text: t('order.duties') },
      { kind: 'listed', items: duties },
      { kind: 'text', text: t('order.data') },
      { kind: 'text', text: t('order.control') },
      signatureOfHead(form),
      { kind: 'signature', who: t('order.read'), name: shortName(administrator) },
    ],
  }
}

function letter(form: ApplicationForm): Paper {
  const { organizationName: name, inn, address, headName: head, administratorName: administrator, phone, email } = form
  return {
    title: t('letter.file'),
    blocks: [
      ...letterhead(form),
      { kind: 'ends', left: t('date'), right: t('order.number') },
      { kind: 'right', text: t('letter.to') },
      { kind: 'heading', text: t('letter.heading') },
      { kind: 'text', text: t('letter.ask') },
      {
        kind: 'listed',
        items: [
          t('letter.name', { name }),
          t('letter.inn', { inn }),
          t('letter.address', { address }),
          t('letter.head', { head }),
          t('letter.administrator', { administrator }),
          t('letter.phone', { phone }),
          t('letter.email', { email }),
        ],
      },
      { kind: 'text', text: t('letter.attached') },
      signatureOfHead(form),
    ],
  }
}

const letterhead = ({ organizationName, address, inn }: ApplicationForm): Block[] => [
  { kind: 'centred', text: organizationName },
  { kind: 'centred', text: address },
  { kind: 'centred', text: t('inn', { inn }) },
]

const heads = ['kindergarten', 'school', 'additional', ''] as const

function signatureOfHead({ kind, headName }: ApplicationForm): Block {
  return { kind: 'signature', who: t(`head.${heads.find((one) => one === kind) ?? ''}`), name: shortName(headName) }
}

/** Every field has something to read or to write on. */
function readable(form: ApplicationForm): ApplicationForm {
  const phone = parsePhone(form.phone)
  const entries = Object.entries({ ...form, phone: phone === null ? form.phone : formatPhone(phone) })
  const filled = entries.map(([field, text]) => {
    const isOpen = text.trim() === '' && field !== 'kind'
    return [field, isOpen ? t('blank') : text.replace(/\s+/g, ' ').slice(0, 300)]
  })
  return Object.fromEntries(filled) as ApplicationForm
}
