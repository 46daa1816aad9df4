import { type ApplicationFacts, type ApplicationForm, organizationKind } from '@kolosok/contract'
import { z } from 'zod'
import { parsePhone } from '#platform/phone.ts'
import { findInnFault } from './inn.ts'

type Field = keyof ApplicationFacts
export type FormFaults = Partial<Record<Field | 'order', string>>

type Checked = { readonly facts: ApplicationFacts; readonly faults: FormFaults }

const MAX = 300
const email = z.email()

/** Everything that is wrong with a form, and what it says when nothing is. */
export function checkForm(form: ApplicationForm): Checked {
  const faults: FormFaults = {}
  const check = (field: Field, fault: string | null) => {
    const first = form[field] === '' ? 'required' : form[field].length > MAX ? 'too-long' : fault
    if (first !== null) faults[field] = first
  }
  const inn = form.inn.replace(/[\s-]/g, '')
  const phone = parsePhone(form.phone)
  const kind = organizationKind.safeParse(form.kind)

  check('organizationName', form.organizationName.length < 3 ? 'too-short' : null)
  check('kind', kind.success ? null : 'required')
  check('inn', findInnFault(inn))
  check('address', form.address.length < 10 ? 'too-short' : null)
  check('headName', isFullName(form.headName) ? null : 'name-not-full')
  check('administratorName', isFullName(form.administratorName) ? null : 'name-not-full')
  check('email', email.safeParse(form.email).success ? null : 'email-invalid')
  check('phone', phone === null ? 'phone-invalid' : isMobile(phone) ? null : 'phone-not-mobile')

  return {
    faults,
    facts: { ...tidied(form), inn, kind: kind.data ?? 'kindergarten', phone: phone ?? '' },
  }
}

/** Double spaces come with what is pasted. */
function tidied(form: ApplicationForm): ApplicationForm {
  const entries = Object.entries(form).map(([field, text]) => [field, text.replace(/\s+/g, ' ')])
  const tidy = Object.fromEntries(entries) as ApplicationForm
  return { ...tidy, email: tidy.email.toLowerCase() }
}

const isFullName = (name: string): boolean => name.split(/\s+/).filter((word) => /^\p{L}/u.test(word)).length >= 2

/** Russian mobile numbers begin with 9 (and 7 for satellites is none); other countries are let through. */
const isMobile = (phone: string): boolean => !phone.startsWith('+7') || /^\+7[79]/.test(phone)
