import type { BroadcastId, BroadcastPerson } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from './problems.ts'
import { peopleQuery, usePlace } from './queries.ts'
import classes from './room.module.css'
import { t } from './texts.ts'

/** Who is there: whoever asks for the floor first. */
export function PeopleList({ broadcastId }: { broadcastId: BroadcastId }) {
  const { data, isError, error } = useQuery(peopleQuery(broadcastId))
  const place = usePlace()
  const people = data?.people ?? []
  const problem = isError ? error : place.error
  return (
    <>
      {problem && (
        <p role="alert" className={classes.problem}>
          {sentenceOf(problem)}
        </p>
      )}
      {data && people.length === 0 && <p className={classes.quiet}>{t('people.none')}</p>}
      <ul className={classes.list}>
        {people.map((person) => (
          <li key={person.accountId} className={classes.person}>
            <div>
              <p>{person.name}</p>
              <p className={classes.quiet}>{[person.label, placeOf(person)].filter(Boolean).join(', ')}</p>
            </div>
            <div className={classes.decisions}>
              <button
                type="button"
                disabled={place.isPending}
                onClick={() =>
                  place.mutate({
                    params: { broadcastId, accountId: person.accountId },
                    isInvited: person.stage === 'none',
                  })
                }
              >
                {t(person.stage === 'none' ? 'people.invite' : 'people.put-back')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function placeOf({ stage, handAt }: BroadcastPerson): string {
  if (stage === 'on') return t('people.on')
  if (stage === 'invited') return t('people.invited')
  return handAt === null ? '' : t('people.hand')
}
