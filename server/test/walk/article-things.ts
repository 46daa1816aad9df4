import { randomUUID } from 'node:crypto'
import type { World } from '../world.ts'

/** The operator's own instruction, for whoever has signed in. */
export async function seedArticle({ operator }: Record<'operator', Pick<World, 'request'>>) {
  const articleName = randomUUID()
  const payload = { rev: 0, title: 'Кружки', text: 'По **средам**.', topic: 'own', roles: ['parent'], isOpen: false }
  await operator.request({ method: 'PUT', url: `/api/operator/articles/${articleName}`, payload })
  return { articleName }
}
