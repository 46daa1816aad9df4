import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { MAX_LOGO_BYTES, type OrganizationCard, type OrganizationId } from '@kolosok/contract'
import sharp from 'sharp'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createSlots } from '#platform/slots.ts'
import { accessOrganization } from './access.ts'
import { getOrganizationCard } from './card.ts'
import { findLogo, updateLogo } from './logo.store.ts'
import { listStaffAccounts, lockOrganization } from './store.ts'

const SIDE = 256
const MOST_PIXELS = 50_000_000
const taken = new Set(['png', 'jpeg', 'webp'])
/** One opened picture takes some hundred megabytes. */
const inTurn = createSlots(1)

type Target = { readonly organizationId: OrganizationId }

/** Asks at the door before a byte is read, and again when the picture is ready. */
export async function putLogo(
  context: Context,
  actor: Actor,
  { organizationId, source }: Target & { readonly source: Readable },
): Promise<OrganizationCard> {
  await accessOrganization(context.db, actor, organizationId, 'editCard')
  const bytes = await readUpTo(source, MAX_LOGO_BYTES)
  const png = await inTurn(() => square(bytes))
  return changeLogo(context, actor, organizationId, { id: randomUUID(), png })
}

export const removeLogo = (context: Context, actor: Actor, { organizationId }: Target): Promise<OrganizationCard> =>
  changeLogo(context, actor, organizationId, null)

async function changeLogo(
  { db, bus }: Context,
  actor: Actor,
  organizationId: OrganizationId,
  logo: { id: string; png: Buffer } | null,
): Promise<OrganizationCard> {
  return transact(db, async (tx, afterCommit) => {
    await lockOrganization(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'editCard')
    await updateLogo(tx, organizationId, logo)
    const subject = { organizationId, subjectKind: 'organization', subjectId: organizationId }
    await recordAudit(tx, actor, { ...subject, action: 'organization.card-edited', details: { fields: ['logo'] } })
    const staff = await listStaffAccounts(tx, organizationId)
    afterCommit(() => {
      publishStale(bus, staff, 'organization')
    })
    return getOrganizationCard({ db: tx }, actor, { organizationId })
  })
}

export async function getLogo({ db }: Pick<Context, 'db'>, id: string): Promise<FileAnswer> {
  const png = await findLogo(db, id)
  if (!png) throw new AppError('not-found')
  return { body: png, mediaType: 'image/png', name: 'logo.png', size: png.length, isInline: true, etag: id }
}

const refuse = (reason: string): AppError => new AppError('file-refused', { params: { reason } })

async function readUpTo(source: Readable, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of source as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) throw refuse('file-too-large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** By what it holds, not by its name; nothing that lay beside the picture is kept. */
async function square(bytes: Buffer): Promise<Buffer> {
  if (bytes.length === 0) throw refuse('file-broken')
  const options = { limitInputPixels: MOST_PIXELS }
  const { format } = await sharp(bytes, options)
    .metadata()
    .catch(() => {
      throw refuse('file-broken')
    })
  if (!taken.has(format)) throw refuse('logo-type')
  return sharp(bytes, options)
    .autoOrient()
    .resize({ width: SIDE, height: SIDE, fit: 'cover' })
    .png()
    .toBuffer()
    .catch(() => {
      throw refuse('file-broken')
    })
}
