import type { Group, ImportDraft, ImportLine, ListedChild } from '@kolosok/contract'
import { randomUUID } from 'node:crypto'
import { seedOrganization } from './organization-seed.ts'
import { readTestData, upload } from './upload.ts'
import type { World } from './world.ts'

/** An organization with its administrator, who brings lists in. */
export async function openOffice(world: World) {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  const ask = async (method: 'GET' | 'PUT' | 'PATCH' | 'DELETE' | 'POST', url: string, payload?: object) =>
    admin.request({ method, url, ...(payload && { payload }) })
  const begin = (payload: object, importId = randomUUID()) =>
    ask('PUT', `/api/organizations/${organization.id}/imports/${importId}`, payload)
  return {
    organization,
    admin,
    ask,
    begin,
    file: async (name: string) => begin({ fileId: (await upload(admin, name, await readTestData(name))).fileId }),
    text: async (...rows: string[]) => (await begin({ text: rows.join('\n') })).json<ImportDraft>(),
    change: (id: string, path: string, method: 'PUT' | 'DELETE' | 'PATCH' = 'PUT', payload?: object) =>
      ask(method, `/api/imports/${id}/${path}`, payload),
    lines: async (id: string, state: string) =>
      (await ask('GET', `/api/imports/${id}/lines?state=${state}`)).json<{ lines: ImportLine[] }>().lines,
    groups: async () =>
      (await ask('GET', `/api/organizations/${organization.id}/groups`)).json<{ groups: Group[] }>().groups.slice(1),
    children: async (group: Group | undefined) =>
      (await ask('GET', `/api/groups/${group?.id ?? ''}/children`)).json<{ children: ListedChild[] }>().children,
  }
}
