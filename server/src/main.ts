import { join } from 'node:path'
import { shipArticles } from '#articles/index.ts'
import { buildDemo, createDemoOutbox, listenIn } from '#demo/index.ts'
import { createOperatorLink, hasOperator } from '#identity/index.ts'
import { createFiles } from '#files/index.ts'
import { followMailbox, listenForLetters, openSpool } from '#letters-in/index.ts'
import { createLocalBus } from '#platform/bus.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import { openDataFolder } from '#platform/data-folder.ts'
import { connectDb } from '#platform/db.ts'
import { chooseLivekit } from '#platform/livekit/engine.ts'
import { remedies } from '#platform/livekit/remedies.ts'
import { startJobs } from '#platform/jobs.ts'
import { createLog } from '#platform/log.ts'
import { createMail } from '#platform/mail.ts'
import { migrate } from '#platform/migrate.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'
import { connectOwn } from '#platform/postgres/own.ts'
import { readSecrets } from '#platform/secrets.ts'
import { createSms } from '#platform/sms.ts'
import { keepAddress } from '#platform/start/address.ts'
import { readArguments } from '#platform/start/arguments.ts'
import { closingBlock } from '#platform/start/closing-block.ts'
import { createLife } from '#platform/start/life.ts'
import { listen } from '#platform/start/listen.ts'
import { step } from '#platform/start/progress.ts'
import { followCertificate } from '#platform/web/tls.ts'
import { createApp } from './app.ts'
import { createTasks } from './tasks.ts'

const life = createLife()

await life.begin(async () => {
  const config = readConfig(process.env, readArguments(process.argv.slice(2)))
  const log = createLog(config)
  const folder = await openDataFolder(config.dataFolder)
  life.opened(folder.release)
  const secrets = await readSecrets(config.dataFolder)

  const database = await step('База данных', () =>
    config.DATABASE_URL ? connectOwn(config.DATABASE_URL) : startEmbedded(join(config.dataFolder, 'postgres'), log),
  )
  life.opened(database.stop)
  await step('Обновление базы', () => migrate(database.url))
  const db = connectDb(database.url)
  life.opened(() => db.destroy())
  await shipArticles(db)

  const livekit = chooseLivekit({ config, secrets, log })
  // After the app: whoever keeps the calls may still ask it what has become of them.
  life.opened(() => livekit.stop())
  const demo = config.isDemo ? { outbox: listenIn(createDemoOutbox(config, systemClock)) } : undefined
  const context: Context = {
    db,
    databaseUrl: database.url,
    bus: createLocalBus(),
    clock: systemClock,
    config,
    secrets,
    livekit,
    mail: createMail(db, config, demo?.outbox),
    sms: createSms(config, demo?.outbox),
    log,
  }
  const app = createApp(context, demo)
  life.opened(() => app.close())
  const jobs = await startJobs({ databaseUrl: database.url, log }, createTasks(context))
  life.opened(() => jobs.stop())
  if (demo) await step('Демонстрация', () => buildDemo(app, context, demo.outbox))
  await step('Сервер', () => listen(app, config))
  await openSpool(config)
  if (config.MAIL_IN_PORT > 0) {
    const letters = await step('Приём писем', () => listenForLetters(createFiles(context)))
    if (letters) life.opened(letters.stop)
  }
  const mailbox = followMailbox(createFiles(context))
  if (mailbox) life.opened(mailbox.stop)
  await keepAddress(config)
  life.opened(followCertificate(app, config, log))

  livekit.start(app, (line) => {
    console.log(`  Звонки: ${line}`)
  })
  const operatorLink = (await hasOperator(db)) ? undefined : await createOperatorLink(context)
  const media = livekit.state()
  console.log(closingBlock({ config, operatorLink, calls: media.isAvailable ? 'работают' : remedies[media.reason] }))
})
