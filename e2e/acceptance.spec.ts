import { test } from './fixtures/test.ts'
import { callAndMove } from './story/calling.ts'
import { found } from './story/founding.ts'
import { openGroups } from './story/opening.ts'
import { talk } from './story/talking.ts'

test('from the application to the first call', async ({ installation, open }) => {
  test.setTimeout(480_000)
  const stage = { installation, open }
  const founded = await found(stage)
  const opened = await openGroups(stage, founded)
  await talk(stage, founded, opened)
  await callAndMove(stage, founded, opened)
})
