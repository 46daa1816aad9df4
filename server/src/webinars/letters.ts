import type { AccountId, OrganizationId, WebinarId } from '@kolosok/contract'
import { webinars } from '#locales/ru/webinars.ts'
import { quietAt } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import type { Letter } from '#platform/letter.ts'
import type { SendOptions } from '#platform/mail.ts'
import { createTexts } from '#platform/texts.ts'
import { listLeftOut, listRecipients, type Recipient } from './registration.store.ts'
import { findLetterWords, type LetterWords } from './remind.store.ts'

const t = createTexts(webinars)

type LetterKind = 'moved' | 'cancelled' | 'narrowed' | 'day' | 'hour' | 'seat' | 'certificate'

type News = {
  readonly kind: LetterKind
  /** Only to these. */
  readonly accountIds?: readonly AccountId[]
}

/** After these nobody has to find the way any more. */
const WITHOUT_WAY: readonly LetterKind[] = ['cancelled', 'narrowed', 'certificate']

/** In line with the transaction that wants them: sent once each, and in quiet hours after their end. */
export async function sendLetters(context: Context, tx: Tx, id: WebinarId, { kind, accountIds }: News): Promise<void> {
  const { mail, config } = context
  const words = await findWords(tx, id, kind)
  if (!mail.isOn || !words) return
  const until = lastChance(kind, words)
  const quiet = quietOf(context, tx)
  for (const recipient of await recipientsOf(tx, id, { kind, ...(accountIds && { accountIds }) })) {
    const options = optionsOf(kind, until, await quiet(recipient.organizationId))
    if (options) await mail.send(tx, letterTo(recipient, kind, words, `${config.publicUrl}/webinars/${id}`), options)
  }
}

/** Of one called off meanwhile nothing else is worth a letter. */
async function findWords(tx: Tx, id: WebinarId, kind: LetterKind): Promise<LetterWords | undefined> {
  const words = await findLetterWords(tx, id)
  return kind === 'cancelled' || words?.state === 'published' ? words : undefined
}

/** Online one may come later, too. */
const lastChance = (kind: LetterKind, { kind: held, startsAt, endsAt }: LetterWords): Date =>
  held === 'online' && kind !== 'day' && kind !== 'hour' ? endsAt : startsAt

function recipientsOf(tx: Tx, id: WebinarId, { kind, accountIds }: News): Promise<Recipient[]> {
  if (kind === 'narrowed') return listLeftOut(tx, id, accountIds ?? [])
  // Whoever waits for a seat needs no reminder to come.
  const state = kind === 'day' || kind === 'hour' ? 'registered' : null
  return listRecipients(tx, id, { state, accountIds: accountIds ?? null })
}

/** Null for what would come when nobody needs it; that nobody has to come is said all the same, and at once. */
function optionsOf(kind: LetterKind, until: Date, notBefore: Date | null): SendOptions | null {
  if (kind === 'certificate') return { isBulk: true, notBefore }
  const isLate = notBefore !== null && notBefore >= until
  if (kind === 'cancelled') return { isBulk: true, notBefore: isLate ? null : notBefore }
  return isLate ? null : { isBulk: true, notBefore, until }
}

/** Asked once for each organization, however many of it come. */
function quietOf({ clock }: Context, tx: Tx): (organizationId: OrganizationId) => Promise<Date | null> {
  const known = new Map<OrganizationId, Promise<Date | null>>()
  return (organizationId) => {
    const asked = known.get(organizationId) ?? quietAt(tx, organizationId, clock())
    known.set(organizationId, asked)
    return asked
  }
}

function letterTo({ email, timeZone }: Recipient, kind: LetterKind, words: LetterWords, url: string): Letter {
  const { title, place, word } = words
  // At a place the clock on its wall counts.
  const zone = words.kind === 'in-person' ? words.timeZone : timeZone
  const when = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  return {
    to: email,
    subject: t(`letter.${kind}.subject`, { title }),
    paragraphs: [
      t(`letter.${kind}.text`, { title, when: when.format(words.startsAt), word }),
      ...(WITHOUT_WAY.includes(kind) ? [] : [place === '' ? t('letter.online') : t('letter.place', { place })]),
    ],
    // Whoever it is not for would find nothing there.
    ...(kind !== 'narrowed' && { button: { text: t('letter.open'), url } }),
  }
}
