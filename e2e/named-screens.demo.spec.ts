import type { Page } from '@playwright/test'
import { become } from './actors/demo.ts'
import { arePicturesWanted, picture } from './fixtures/picture.ts'
import { pictures } from './fixtures/pictures.ts'
import { watchScreens } from './fixtures/screens.ts'
import { expect, test } from './fixtures/test.ts'

/** For each role of the instructions somebody of the demonstration who has it; without a name whoever is outside. */
const readers = {
  guest: null,
  parent: 'Цветкова',
  teacher: 'Орлова',
  admin: 'Соколова',
  head: 'Громова',
  operator: 'Степанова',
} as const

/** One that does not open explains itself, too. */
const NO_INVITATION = '/i/no-such-invitation'
const NOT_INVITED = '404 /api/invitations/no-such-invitation'

for (const [role, name] of Object.entries(readers)) {
  test(`${role}: every screen that an instruction names opens`, async ({ open }) => {
    const page = await open(role === 'parent' || role === 'guest' ? 'phone' : 'desktop')
    const screens = watchScreens(page)
    if (name) await become(page, name)
    else await page.goto('/sign-in')
    const shown = arePicturesWanted ? (pictures[role] ?? {}) : {}
    const named = new Set([...(await namedScreens(page)), ...Object.keys(shown)])
    // Whoever is in already is sent on.
    if (name) named.delete('/sign-in')

    const unfound = await openAll(page, screens, named, shown)
    expect(unfound, 'no page visited leads there').toEqual([])
    expect(screens.failures.filter((one) => one !== NOT_INVITED)).toEqual([])
  })
}

type Screens = ReturnType<typeof watchScreens>

/** A page with something of one's own in its address is found as people find it: by a link on another page. */
async function openAll(
  page: Page,
  screens: Screens,
  named: Iterable<string>,
  shown: Readonly<Record<string, string>>,
): Promise<string[]> {
  await screens.collect()
  const left = new Set(named)
  for (let found = true; found && left.size > 0;) {
    found = false
    for (const screen of left) {
      const ask = asksFor[screen]
      const path = screens.linkTo(screen) ?? (ask ? await ask(page, screens) : screens.beyondLink(screen))
      if (path === undefined) continue
      await screens.visit(path)
      if (shown[screen] !== undefined) await picture(page, shown[screen])
      left.delete(screen)
      found = true
    }
  }
  return [...left]
}

/** As the reader's own list of instructions has them, those of their colleagues in other roles not. */
async function namedScreens(page: Page): Promise<string[]> {
  const { articles } = await ask<{ articles: { screens: string[] }[] }>(page, '/api/articles')
  return [...new Set(articles.flatMap(({ screens }) => screens))]
}

const ask = async <Answer>(page: Page, path: string) => (await (await page.request.get(path)).json()) as Answer

/** What no link on a named page leads to: it is sent to somebody, typed, or a click deeper. */
const asksFor: Readonly<Record<string, (page: Page, screens: Screens) => Promise<string | undefined> | string>> = {
  '/i/$token': () => NO_INVITATION,
  '/notices/$noticeId': async (page) => {
    const { memberships } = await ask<{ memberships: { organization: { id: string } }[] }>(page, '/api/me/memberships')
    const path = `/api/organizations/${memberships[0]?.organization.id ?? ''}/notices?box=sent`
    const { notices } = await ask<{ notices: { id: string }[] }>(page, path)
    return notices[0] && `/notices/${notices[0].id}`
  },
  '/o/$code/groups/$groupId/sheet': ofOwnGroup('sheet'),
  '/o/$code/groups/$groupId/statistics': ofOwnGroup('statistics'),
  // Not of every meeting one is invited to.
  '/meetings/$meetingId/protocol': async (page, screens) => {
    for (const meeting of screens.linksBelow('/meetings/')) {
      if ((await page.request.get(`/api${meeting}/protocol`)).ok()) return `${meeting}/protocol`
    }
    return undefined
  },
  '/certificates/$number': async (page) => {
    const number = (await lastWebinar(page))?.own?.certificate
    return number ? `/certificates/${number}` : undefined
  },
  '/broadcasts/$broadcastId': async (page) => {
    const id = (await lastWebinar(page))?.broadcastId
    return id ? `/broadcasts/${id}` : undefined
  },
}

/** Colleagues' groups have a page for everybody of the staff, and no more. */
function ofOwnGroup(further: string) {
  return async (page: Page, screens: Screens): Promise<string | undefined> => {
    for (const link of screens.linksBelow('/o/')) {
      const [group, id] = /^\/o\/[^/]+\/groups\/([^/]+)/.exec(link) ?? []
      if (id !== undefined && (await page.request.get(`/api/groups/${id}/oversight`)).ok())
        return `${String(group)}/${further}`
    }
    return undefined
  }
}

type Webinar = { broadcastId: string | null; own: { certificate: string | null } | null }

async function lastWebinar(page: Page): Promise<Webinar | undefined> {
  return (await ask<{ past: Webinar[] }>(page, '/api/webinars')).past[0]
}
