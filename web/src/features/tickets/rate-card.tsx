import type { Ticket } from '@kolosok/contract'
import { Button, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from './problems.ts'
import { useRate } from './queries.ts'
import { Stars } from './stars.tsx'
import { t } from './texts.ts'
import classes from './tickets.module.css'

/** After it is settled: how it was. Can be changed. */
export function RateCard({ ticket: { id, rating } }: { ticket: Ticket }) {
  const [stars, setStars] = useState(rating?.stars ?? 0)
  const [word, setWord] = useState(rating?.word ?? '')
  const rate = useRate(id)
  return (
    <section className={classes.card}>
      <Stack gap="sm">
        <Title order={2} fz="md">
          {t('rate.title')}
        </Title>
        <Stars value={stars} onChange={setStars} />
        {stars > 0 && (
          <>
            <Textarea
              label={t('rate.word')}
              autosize
              minRows={2}
              maxLength={1000}
              value={word}
              onChange={({ currentTarget }) => setWord(currentTarget.value)}
            />
            <Button
              style={{ alignSelf: 'flex-start' }}
              loading={rate.isPending}
              onClick={() => rate.mutate({ stars, word })}
            >
              {t('rate.send')}
            </Button>
          </>
        )}
        <Text role="status">{rate.isSuccess ? t('rate.done') : ''}</Text>
        {rate.isError && <Text role="alert">{sentenceOf(rate.error)}</Text>}
      </Stack>
    </section>
  )
}
