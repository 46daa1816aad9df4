import { identityEndpoints, type Operator } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

export const operatorsQuery = () =>
  queryOptions({
    queryKey: ['operators'],
    queryFn: async ({ signal }) => (await call(identityEndpoints.listOperators, {}, signal)).operators,
  })

export function useAddOperator() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; phone: string }) => call(identityEndpoints.addOperator, { body }),
    onSettled: () => client.invalidateQueries(operatorsQuery()),
  })
}

export function useRemoveOperator(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ accountId, phone }: Operator) =>
      call(identityEndpoints.removeOperator, { params: { who: accountId ?? phone ?? '' } }),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries(operatorsQuery()),
  })
}
