import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { StartProblem } from '../start-problem.ts'

export async function listen(app: FastifyInstance, { HOST, PORT }: Config): Promise<void> {
  try {
    await app.listen({ host: HOST, port: PORT })
  } catch (error) {
    const sentence = sentences[(error as NodeJS.ErrnoException).code ?? '']
    if (!sentence) throw error
    throw new StartProblem(sentence(HOST, String(PORT)), { cause: error })
  }
}

const noAddress = (host: string) =>
  `У этого компьютера нет адреса ${host}. Проверьте HOST, для всей сети подойдёт HOST=0.0.0.0`

const sentences: Record<string, (host: string, port: string) => string> = {
  EADDRINUSE: (_, port) =>
    `Порт ${port} занят другой программой. Закройте её или выберите другой порт: PORT=${String(Number(port) + 1)}`,
  EACCES: (_, port) => `Занять порт ${port} не разрешено системой. Выберите порт больше 1024, например PORT=3000`,
  EADDRNOTAVAIL: noAddress,
  ENOTFOUND: noAddress,
}
