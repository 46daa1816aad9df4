import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { AccountId, Broadcast, Call, FileId, OrganizationId, Recording, RecordingId } from '@kolosok/contract'
import { createFiles } from '#files/index.ts'
import { newId } from '#platform/new-id.ts'
import { folderOf, isPlayable, listParts } from '#recordings/index.ts'
import type { World } from './world.ts'

type Someone = Pick<Awaited<ReturnType<World['person']>>, 'request'>
type OneOf = Pick<Recording, 'id'>

/** What a person does about the recordings of a broadcast. */
export const recordist = (who: Someone, { id }: Pick<Broadcast, 'id'>) => recordistAt(who, `/api/broadcasts/${id}`)

/** And of a call. */
export const callRecordist = (who: Someone, { id }: Pick<Call, 'id'>) => recordistAt(who, `/api/calls/${id}`)

function recordistAt({ request }: Someone, room: string) {
  const all = `${room}/recordings`
  const list = async () => (await request({ url: all })).json<{ recordings: Recording[]; mayKeep: boolean }>()
  return {
    ask: () => request({ url: all }),
    list,
    read: async ({ id: recordingId }: OneOf) => {
      const found = (await list()).recordings.find((one) => one.id === recordingId)
      if (!found) throw new Error('No such recording')
      return found
    },
    start: (recordingId = newId<RecordingId>()) => request({ method: 'PUT', url: `${all}/${recordingId}` }),
    stop: (recording: OneOf) => request({ method: 'PUT', url: `${all}/${recording.id}/stop` }),
    remove: (recording: OneOf) => request({ method: 'DELETE', url: `${all}/${recording.id}` }),
    play: ({ fileId }: Pick<Recording, 'fileId'>, range?: string) =>
      request({ url: `/api/files/${String(fileId)}/content`, ...(range && { headers: { range } }) }),
    download: ({ fileId }: Pick<Recording, 'fileId'>) =>
      request({ url: `/api/files/${String(fileId)}/content?download=1` }),
  }
}

type Recorded = {
  readonly owner: 'broadcast' | 'call'
  readonly room: string
  readonly organizationId: OrganizationId
  readonly by: { readonly accountId: AccountId }
}

/** As one looks once it has been finished. */
export async function seedReady({ db, context }: World, recorded: Recorded, bytes: Buffer = Buffer.from('a film')) {
  const { owner, room, organizationId, by } = recorded
  const [id, fileId, at] = [newId<RecordingId>(), newId<FileId>(), context.clock()]
  await createFiles(context).storage.put(fileId, bytes)
  const sha256 = createHash('sha256').update(bytes).digest()
  const file = { id: fileId, name: 'Запись.mp4', size: bytes.length, media_type: 'video/mp4', state: 'ready' as const }
  await db
    .insertInto('file')
    .values({ ...file, sha256, attached_at: at })
    .execute()
  await db
    .insertInto('recording')
    .values({
      ...{ id, owner, room, organization_id: organizationId, title: 'Запись', state: 'ready', seconds: 60 },
      ...{ started_by: by.accountId, started_at: at, stopped_at: at, stopped_for: 'asked', file_id: fileId },
    })
    .execute()
  return { id, fileId }
}

/** The recorders that a server, this process or another one, has started, with their encoders. */
export async function listRecorders(parent = process.pid): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,ppid=,command='])
  const all = stdout.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
  return all.flatMap(([, pid, ppid, command = '']) =>
    Number(ppid) === parent && command.includes('recorder/main.ts') ? [Number(pid)] : [],
  )
}

/** Until what so many runs of the recorder wrote can be played, were they killed now; where they wrote it. */
export async function untilPlayable(dataFolder: string, { id }: OneOf, runs: number): Promise<string[]> {
  for (;;) {
    const parts = await listParts(folderOf({ config: { dataFolder } }, id))
    const arePlayable = await Promise.all(parts.map(isPlayable))
    if (arePlayable.filter(Boolean).length >= runs) return parts
    await sleep(50)
  }
}
