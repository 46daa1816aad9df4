import type { Attendance } from '@kolosok/contract'
import type { Stay } from './visit.store.ts'

/** A stay with whose it was, as people here know them. */
export type NamedStay = Stay & { readonly name: string; readonly label: string; readonly isRemoved: boolean }

/** Everybody who was there, with all their stays; they come in order of joining. */
export function presentAttendance(stays: readonly NamedStay[], now: Date): Attendance['people'] {
  return [...Map.groupBy(stays, ({ accountId }) => accountId).values()].map((own) => presentPerson(own, now))
}

function presentPerson(stays: NamedStay[], now: Date): Attendance['people'][number] {
  const [first] = stays
  if (!first) throw new Error('A group has at least one member')
  const { accountId, name, label, isRemoved } = first
  return {
    accountId,
    name,
    label,
    isRemoved,
    ...presentStays(stays, now),
  }
}

type Times = Pick<Stay, 'joinedAt' | 'leftAt'>

/** Of one who was there, in order of joining. */
export const presentStays = (
  stays: readonly Times[],
  now: Date,
): Pick<Attendance['people'][number], 'seconds' | 'visits'> => ({
  seconds: secondsIn(stays, now),
  visits: stays.map(({ joinedAt, leftAt }) => ({
    joinedAt: joinedAt.toISOString(),
    leftAt: leftAt?.toISOString() ?? null,
  })),
})

/** Whole time covered by these stays, in order of joining; two at once (a second device) count once. */
function secondsIn(stays: readonly Times[], now: Date): number {
  let covered = 0
  let until = 0
  for (const { joinedAt, leftAt } of stays) {
    const end = (leftAt ?? now).getTime()
    covered += Math.max(0, end - Math.max(joinedAt.getTime(), until))
    until = Math.max(until, end)
  }
  return Math.round(covered / 1000)
}
