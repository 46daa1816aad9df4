import type { ConsentPurposeId } from '@kolosok/contract'
import { recordAccess, recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { consents } from '#locales/ru/consents.ts'
import { clockWords } from '#platform/paper/clock-words.ts'
import { drawRegister } from '#platform/paper/draw-register.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'
import { accessPurpose, scopeOf } from './access.ts'
import { findSigning } from './purpose.store.ts'
import { listUnits, type UnitRow } from './unit.store.ts'

const t = createTexts(consents)

type Asked = { readonly consentPurposeId: ConsentPurposeId; readonly format: 'pdf' | 'xlsx' }

/** Whom it asks now, and what each decided: for the files, or to know whom not to photograph. */
export async function getRegister(
  context: Context,
  actor: Actor,
  { consentPurposeId: id, format }: Asked,
): Promise<FileAnswer> {
  const { db } = context
  const purpose = await accessPurpose(db, actor, id, 'follow')
  const { organizationId } = purpose
  const { organization, timeZone } = await findSigning(db, organizationId)
  const units = await listUnits(db, actor.accountId, { purposeId: id, scope: scopeOf(purpose), limit: null })
  await recordAccess(db, actor, { organizationId, kind: 'register' })
  await transact(db, (tx) =>
    recordAudit(tx, actor, { organizationId, action: 'consent.register-taken', subjectKind: 'consent', subjectId: id }),
  )
  const now = context.clock()
  const at = momentsIn(timeZone)
  const { title, text, version } = purpose
  const given = units.filter(({ decision, isOutdated }) => decision?.kind === 'given' && !isOutdated).length
  const register = {
    file: t('register.file', { title }),
    organization,
    title: t('register.title'),
    subject: t('register.purpose', { title }),
    text,
    intro: [
      t('register.version', { version, written: at(purpose.writtenAt) }),
      t('register.total', { given, asked: units.length }),
      t('register.drawn', { drawn: at(now), clock: clockWords(timeZone, now) }),
    ],
    heads: (['number', 'name', 'groups', 'decision', 'by', 'when', 'note'] as const).map((head) =>
      t(`register.${head}`),
    ),
    lines: units.map((unit, index) => [String(index + 1), ...lineOf(unit, at)]),
    widths: { page: [16, '*', 70, 58, 76, 50, 58], sheet: [6, 40, 22, 18, 30, 18, 26] },
    sign: t('register.sign'),
  } as const
  return drawRegister(register, format)
}

function lineOf({ name, label, groups, decision, isOutdated }: UnitRow, at: (moment: string) => string): string[] {
  const notes = [
    ...(decision?.isOnPaper ? [t('register.on-paper')] : []),
    ...(isOutdated ? [t('register.outdated', { version: decision?.version ?? 0 })] : []),
  ]
  return [
    label === '' ? name : `${name} (${label})`,
    groups.join(', '),
    t(`register.${decision?.kind ?? 'waiting'}`),
    decision?.by ?? '',
    decision ? at(decision.at) : '',
    notes.join(', '),
  ]
}

function momentsIn(timeZone: string) {
  const format = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short', timeZone })
  return (moment: Date | string) => format.format(new Date(moment)).replace(',', '')
}
