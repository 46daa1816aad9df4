import type { ApplicationForm } from '@kolosok/contract'
import { formatPhone, parsePhone } from '#platform/phone.ts'
import { findInnFault } from './inn.ts'
import { recognizeAdministrator, recognizeHead } from './recognize-names.ts'

export type Letter = {
  readonly from: { readonly address: string; readonly name: string }
  readonly text: string
  /** What the attached order says, where that can be read. */
  readonly orderWords: string
}

/** What the letter says comes first, then what its order says. */
const MAX_TEXT = 8_000
const MAX_FIELD = 300

/**
 * The form as far as a letter fills it in: what is doubtful stays empty, since an empty field is asked for and a wrong
 * one is overlooked.
 */
export function recognizeForm({ from, text, orderWords }: Letter): ApplicationForm {
  const said = tidy(text)
  const all = `${said}\n\n${tidy(orderWords)}`
  // Where mail programs break lines, they break names.
  const unbroken = all.replace(/(?<!\n)\n(?!\n)/g, ' ')
  const organizationName = recognizeOrganization(unbroken) || nameOfSender(from.name)
  const fields: ApplicationForm = {
    organizationName,
    kind: recognizeKind(organizationName),
    inn: recognizeInn(all),
    address: recognizeAddress(all),
    headName: recognizeHead(unbroken),
    administratorName: recognizeAdministrator(unbroken),
    email: recognizeEmail(all) || from.address,
    phone: recognizePhone(said) || recognizePhone(all),
  }
  const cut = Object.entries(fields).map(([field, value]) => [field, clean(value)])
  return Object.fromEntries(cut) as ApplicationForm
}

/** Nothing that could not be kept: what a letter says may be cut in the middle of a sign, or hold none at all. */
const clean = (value: string): string =>
  value
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, MAX_FIELD)
    .toWellFormed()

const tidy = (text: string) => text.slice(0, MAX_TEXT).replace(/[^\S\n]+/g, ' ')

function recognizeInn(text: string): string {
  for (const [, spelled = ''] of text.matchAll(/ИНН[^\d\n]{0,30}(\d[\d \-]{8,16}\d)/giu)) {
    const inn = spelled.replace(/\D/g, '')
    if (findInnFault(inn) === null) return inn
  }
  return ''
}

const mobile = /(?<!\d)(?:\+ ?7|[78])?[ (-]{0,2}9\d{2}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)/g

function recognizePhone(text: string): string {
  // Ten digits behind «ИНН» are no number to call.
  const calls = text.replace(/ИНН[^\d\n]{0,30}[\d \-]{10,18}/giu, '')
  for (const [spelled] of calls.matchAll(mobile)) {
    const phone = parsePhone(spelled)
    if (phone !== null) return formatPhone(phone)
  }
  return ''
}

const recognizeEmail = (text: string): string =>
  (/[\w.+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/u.exec(text)?.[0] ?? '').replace(/[.-]+$/, '')

function recognizeAddress(text: string): string {
  const line =
    /(?:^|\n) ?(?:(?:почтовый|юридический|фактический) )?адрес(?: организации)?(?! электрон)(?: ?[:—–-] ?| )([^\n@]{10,300})/iu
  return (line.exec(text)?.[1] ?? '').trim().replace(/[;,.]$/, '')
}

const forms = '(?:М|Г|Ч|К)?(?:Б|А|К)?(?:ДОУ|ОУ|УДО|ОО)'
const longForm = '(?:муниципальн|государственн|частн|областн|краев)[а-яё]{2,4} [^\\n«"]{0,150}учреждени[а-яё]{1,2}'
const named = new RegExp(
  `(?<![\\p{L}])(?:${longForm}|${forms}(?![\\p{L}])|детск[а-яё]{2,3} сад|школ[а-яё]|гимнази[а-яё]|лице[а-яё])[^\\n«"@]{0,120}[«"][^\\n»"]{1,100}[»"]`,
  'iu',
)
const numbered = new RegExp(
  `(?<![\\p{L}])(?:(?:${forms})(?![\\p{L}])[^\\n@]{0,60}|детск[а-яё]{2,3} сад|школ[а-яё]|гимнази[а-яё]|лице[а-яё]) ?№ ?\\d{1,4}`,
  'iu',
)

const recognizeOrganization = (text: string): string => (named.exec(text)?.[0] ?? numbered.exec(text)?.[0] ?? '').trim()

const nameOfSender = (name: string): string =>
  /(?<!\p{L})(?:сад|школа|гимназия|лицей|дом творчества)(?!\p{L})/iu.test(name) ? name : ''

function recognizeKind(name: string): string {
  if (/дополнительного образования|УДО(?!\p{L})|дом[а-яё]? творчества/iu.test(name)) return 'additional'
  if (/детск[а-яё]{2,3} сад|дошкольн|ДОУ(?!\p{L})/iu.test(name)) return 'kindergarten'
  return /школ|гимнази|лице|ОУ(?!\p{L})/iu.test(name) ? 'school' : ''
}
