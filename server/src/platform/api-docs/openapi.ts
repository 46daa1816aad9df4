import { type Endpoint, endpoints, problemBody, problems } from '@kolosok/contract'
import { z } from 'zod'

type Direction = 'input' | 'output'

export type Operation = {
  readonly tags: readonly string[]
  readonly operationId: string
  readonly summary: string
  readonly security?: readonly object[]
  readonly parameters: readonly object[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, object>>
}
export type OpenApi = {
  readonly openapi: '3.1.0'
  readonly info: object
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: object
}

const schemaOf = (schema: z.ZodType, io: Direction) => z.toJSONSchema(schema, { io, unrepresentable: 'any' })

const json = (schema: object) => ({ 'application/json': { schema } })

/** The contract, printed: nothing in it is written twice. */
export function openApi(): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const [domain, group] of Object.entries(endpoints)) {
    for (const [name, endpoint] of Object.entries<Endpoint>(group)) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describe(domain, name, endpoint) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kolosok', version: '0.1.0', license: { name: 'AGPL-3.0-or-later' } },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
    },
  }
}

function describe(domain: string, name: string, endpoint: Endpoint): Operation {
  const { access, params, query, body, response } = endpoint
  return {
    tags: [domain],
    operationId: `${domain}.${name}`,
    summary: access === 'public' ? 'For everybody' : `For: ${access}`,
    ...(access !== 'public' && { security: [{ session: [] }] }),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: { 200: answerOf(response), ...problemsOf(endpoint) },
  }
}

function parametersOf(object: z.ZodObject | undefined, place: 'path' | 'query'): object[] {
  return Object.entries(object?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }))
}

const contentOf = (body: z.ZodType | 'file'): object =>
  body === 'file' ? { 'application/octet-stream': {} } : json(schemaOf(body, 'input'))

const answerOf = (response: Endpoint['response']): object =>
  response === 'file'
    ? { description: 'The bytes', content: { 'application/octet-stream': {} } }
    : { description: 'Done', content: json(schemaOf(response, 'output')) }

/** Several codes may share one status. */
function problemsOf({ access, problems: own }: Endpoint): Record<string, object> {
  const codes = ['invalid-request' as const, ...(access === 'public' ? [] : ['not-signed-in' as const]), ...own]
  const statuses = Map.groupBy(new Set(codes), (code) => problems[code].status)
  return Object.fromEntries(
    [...statuses].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${problems[code].title}`).join('. '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}
